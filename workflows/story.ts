import { reasonToPark, refusalOfDomain } from './failures.ts';
import { TurnOfEvents } from './living-process.ts';

/** What happens at one stage, until the subject stands at the next one. */
export type Chapter<Standing> = (standing: Standing) => Promise<void>;

export type Story<Standing> = Readonly<{
  /** Where the subject stands. A process that begins again from the database goes on from there. */
  look: () => Promise<Standing>;
  /** The chapter of a standing; nothing when its end is reached. */
  chapter: (standing: Standing) => Chapter<Standing> | undefined;
  /** The subject took a turn: what was asked of people for the old way is called off. */
  turned: () => Promise<void>;
  /** No retry mends it: a person must. Ends when somebody has. Without a standing where even the look failed. */
  parked: (standing: Standing | undefined, reason: string) => Promise<void>;
  /** Between two chapters: the place to continue as new. */
  between?: () => Promise<void>;
}>;

/** Tells a story to its end. The domain decides which chapter is next. Answers the standing in which it ended. */
export async function tell<Standing>(story: Story<Standing>): Promise<Standing> {
  for (let stumbles = 0; ;) {
    let standing: Standing | undefined;
    try {
      standing = await story.look();
      const chapter = story.chapter(standing);
      if (chapter === undefined) return standing;
      await chapter(standing);
      stumbles = 0;
    } catch (error) {
      if (error instanceof TurnOfEvents) {
        await story.turned();
      } else {
        const reason = reasonToPark(error);
        if (reason === undefined) throw error;
        stumbles += 1; // a refusal mostly means that the subject moved on under a step: look again first
        if (stumbles > 1 || refusalOfDomain(error) === undefined) await unlessTurned(story, standing, reason);
      }
    }
    await story.between?.();
  }
}

/** A turn of events also ends the wait for whoever was to mend it. */
async function unlessTurned<Standing>(
  story: Story<Standing>,
  standing: Standing | undefined,
  reason: string,
): Promise<void> {
  try {
    await story.parked(standing, reason);
  } catch (error) {
    if (!(error instanceof TurnOfEvents)) throw error;
    await story.turned();
  }
}
