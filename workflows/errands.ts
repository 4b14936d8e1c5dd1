import { CancellationScope, isCancellation, patched } from '@temporalio/workflow';
import { reasonToPark, refusalOfDomain } from './failures.ts';

export type Mending = Readonly<{
  now: () => string;
  /** Opens the task of a failed errand, or finds it. Answers whether somebody has decided it. */
  askToMend: (name: string, reason: string) => Promise<boolean>;
  decisions: () => number;
  wait: (holds: () => boolean) => Promise<void>;
}>;

/** What runs beside a story, such as a step at a partner that is down. It is owed all the same, until it is called off. */
export function errands({ now, askToMend, decisions, wait }: Mending) {
  const beside = new CancellationScope({ cancellable: true });
  const running: Promise<void>[] = [];
  const names = new Set<string>();
  let begun = 0;
  let stirred = 0;

  /** Ends when a person has decided. A task that was cancelled with others is opened anew: the errand is still owed. */
  const mended = async (reason: string): Promise<void> => {
    const name = `errand:${String((begun += 1))}:${now()}`;
    for (;;) {
      const [decided, stirs] = [decisions(), stirred];
      if (await askToMend(name, reason)) return;
      await wait(() => decisions() > decided || stirred > stirs);
    }
  };

  /** What no retry mends becomes a task; when it is decided, the same is tried again. */
  const untilMended = async (attempt: () => Promise<void>): Promise<void> => {
    for (let stumbles = 0; ;) {
      try {
        return await attempt();
      } catch (error) {
        const reason = reasonToPark(error);
        if (reason === undefined || !patched('errands-are-mended')) throw error;
        stumbles += 1; // a refusal mostly means that the subject moved on under a step: try again first
        if (stumbles > 1 || refusalOfDomain(error) === undefined) await mended(reason);
      }
    }
  };

  /** Something that the story need not wait for. Called off when the subject moves on. */
  const meanwhile = (errand: () => Promise<void>): void => {
    const one = beside
      .run(() => untilMended(errand))
      .catch((error: unknown) => {
        // A run that began before errands were mended forgets them, as it did.
        if (!isCancellation(error) && reasonToPark(error) === undefined) throw error;
      });
    const entry: Promise<void> = one.then(() => {
      void running.splice(running.indexOf(entry), 1);
    });
    entry.catch(() => undefined); // looked at in errandsDone
    running.push(entry);
  };

  return {
    areUnderWay: (): boolean => running.length > 0,
    untilMended,
    meanwhile,
    /** The same, once in this run by its name. The next run may begin it again: what reaches out has a key. */
    meanwhileOnce: (name: string, errand: () => Promise<void>): void => {
      if (names.has(name)) return;
      names.add(name);
      meanwhile(errand);
    },
    /** Tasks were called off: whoever still waits for one asks again. */
    stirErrands: (): void => {
      stirred += 1;
    },
    errandsDone: async (): Promise<void> => {
      stirred += 1;
      await Promise.all(running);
    },
    callOffErrands: (): void => beside.cancel(),
  };
}
