import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { patched, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Carried, News, SearchAttributeTypes } from '../activities/ports/processes.ts';
import { errands, type Mending } from './errands.ts';
import { letterBox, type Wanted } from './news.ts';
import { inSeoul } from './words.ts';

const key = <Name extends keyof SearchAttributeTypes>(name: Name, type: SearchAttributeTypes[Name]) =>
  defineSearchAttributeKey(name, type);
const STAGES = {
  CaseStage: key('CaseStage', SearchAttributeType.KEYWORD),
  Stage: key('Stage', SearchAttributeType.KEYWORD),
};
const DISTRICT = key('District', SearchAttributeType.KEYWORD);
const WAITING_FOR = key('WaitingFor', SearchAttributeType.KEYWORD);
const NEXT_DUE_AT = key('NextDueAt', SearchAttributeType.DATETIME);

/** Thrown out of a wait, caught by the process: its subject has taken a turn. */
export class TurnOfEvents extends Error {}

export type Wait<For extends string> = Readonly<{
  for: For;
  news: Wanted;
  until?: string;
  note?: string;
  /** Ends it too, as the moment does: such as a message that could not go out. */
  orWhen?: () => boolean;
}>;

type CarriedOn = Readonly<{ news: [] }> & Required<Omit<Carried, 'news'>>;
type Manner<Stage extends string, For extends string> = Readonly<{
  stageAttribute: keyof typeof STAGES;
  stageWords: Readonly<Record<Stage, string>>;
  waitWords: Readonly<Record<For, string>>;
  /** News that takes the subject another way, whatever its process waits for. */
  turns: Wanted;
}> &
  Pick<Mending, 'askToMend'>;

/** A process of one subject: its clock, its letter box, what runs beside it, and what it shows of itself. */
export function livingProcess<Stage extends string, For extends string>(
  { v, news, seen, unread, notBefore }: Carried,
  { stageAttribute, stageWords, waitWords, turns, askToMend }: Manner<Stage, For>,
) {
  const box = letterBox(seen ?? {}, news, unread);
  if (notBefore !== undefined) box.clock.notBefore(Date.parse(notBefore));
  const { areUnderWay, ...beside } = errands({
    now: box.clock.now,
    askToMend,
    decisions: () => box.count('TaskDecided'),
    wait: (holds) => box.wait(holds, undefined, ''),
  });
  let stage: Stage | undefined;
  let shown = '';
  let unshownDistrict: string | undefined;
  let district: string | undefined;
  let held = 0;
  // Each change of what is shown is an event and a write of Temporal's: runs that began before show more often.
  const isLean = v >= 2;

  const show = (waitingFor: For, until?: string, note?: string): void => {
    const now = [stage ?? '', waitingFor, until ?? ''].join('|');
    if (now === shown || stage === undefined) return;
    shown = now;
    upsertSearchAttributes([
      ...(unshownDistrict === undefined ? [] : [{ key: DISTRICT, value: unshownDistrict }]),
      { key: STAGES[stageAttribute], value: stage },
      { key: WAITING_FOR, value: waitingFor },
      { key: NEXT_DUE_AT, value: until === undefined ? null : new Date(until) },
    ]);
    unshownDistrict = undefined;
    const lines = [`**${stageWords[stage]}**`, `기다림 · waiting for: ${waitWords[waitingFor]}`];
    if (until !== undefined) lines.push(`다음 · next: ${inSeoul(until)}`);
    if (note !== undefined) lines.push(note);
    setCurrentDetails(lines.join('\n\n'));
  };

  const isBefore = (moment: string): boolean => Date.parse(box.clock.now()) < Date.parse(moment);

  return {
    ...beside,
    isLean,
    now: box.clock.now,
    isBefore,
    /** Where the subject stands now; its district is shown at first, and when it has moved. */
    enter: (next: Stage, at: string): void => {
      const isNews = shown === '' || at !== district;
      if (isNews && isLean) unshownDistrict = at;
      else if (isNews) upsertSearchAttributes([{ key: DISTRICT, value: at }]);
      if (at !== district) shown = '';
      district = at;
      stage = next;
    },
    show,
    /** How much news of a type has come so far in this run. */
    heardOf: box.count,
    /** What another run of this process begins with; nothing while an errand is under way. */
    carriedOn: (): CarriedOn | undefined =>
      areUnderWay()
        ? undefined
        : { v, news: [], seen: box.seen(), unread: box.unread(), notBefore: box.clock.now() },
    /**
     * Waits for news, at most until a moment. Answers the news, or nothing when the moment has come.
     * @throws TurnOfEvents when the subject has taken another way
     */
    until: async (wait: Wait<For>): Promise<News | undefined> => {
      const isHeard = (): boolean => box.has(wait.news) || box.has(turns) || wait.orWhen?.() === true;
      const isOver = isHeard() || (wait.until !== undefined && !isBefore(wait.until));
      if (!isLean || !isOver) show(wait.for, wait.until, wait.note);
      await box.wait(isHeard, wait.until, waitWords[wait.for]);
      if (box.take(turns) !== undefined) throw new TurnOfEvents();
      return box.take(wait.news);
    },
    /** The same for an errand: it is not shown, has no deadline, and leaves turns to the story. */
    heard: async (wanted: Wanted): Promise<void> => {
      await box.wait(() => box.has(wanted), undefined, '');
      box.take(wanted);
    },
    /**
     * The story is told, and something beside it is still owed. Answers whether news came meanwhile, which is taken: then the
     * story is not over. `always`: for runs that had nothing beside their story before this was so.
     */
    heardBeforeErrandsAreDone: async (wanted: Wanted, always = false): Promise<boolean> => {
      if (!areUnderWay() || !(always || patched('hears-to-its-end'))) return false;
      await box.wait(() => !areUnderWay() || box.has(wanted), undefined, '');
      let heard = false;
      while (box.take(wanted) !== undefined) heard = true;
      return heard;
    },
    /** 신원 의심: what reaches out waits until the identity is resolved once more than before. */
    cleared: async (before: number): Promise<void> => {
      held += 1;
      try {
        await box.wait(() => box.count('IdentityResolved') > before, undefined, '');
      } finally {
        held -= 1;
      }
    },
    /** Something that runs beside the story waits for an identity. */
    isHeld: (): boolean => held > 0,
    /** Until something holds of the news that came; nothing is taken. */
    once: (holds: () => boolean): Promise<void> => box.wait(holds, undefined, ''),
    /** The same, at most until a moment; it is not shown. */
    onceOrAt: (holds: () => boolean, until: string, summary: string): Promise<void> =>
      box.wait(holds, until, summary),
  };
}
