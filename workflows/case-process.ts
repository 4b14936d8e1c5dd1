import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import {
  CancellationScope,
  isCancellation,
  setCurrentDetails,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { CaseLifecycleInput, News, SearchAttributeTypes } from '../activities/ports/processes.ts';
import type { CaseStage } from '../domain/patient-management/case/case.state.ts';
import type { WaitingFor } from '../domain/patient-management/case/standing.ts';
import { refusalOfDomain } from './failures.ts';
import { anyOf, letterBox, type Wanted } from './news.ts';
import { inSeoul, STAGE_WORDS, WAIT_WORDS } from './words.ts';

const key = <Name extends keyof SearchAttributeTypes>(name: Name, type: SearchAttributeTypes[Name]) =>
  defineSearchAttributeKey(name, type);
const CASE_STAGE = key('CaseStage', SearchAttributeType.KEYWORD);
const DISTRICT = key('District', SearchAttributeType.KEYWORD);
const WAITING_FOR = key('WaitingFor', SearchAttributeType.KEYWORD);
const NEXT_DUE_AT = key('NextDueAt', SearchAttributeType.DATETIME);

/** News that takes a case another way, whatever its process waits for. */
const turns = anyOf('DeathReported', 'DiagnosisWithdrawn', 'TransferredToHospital');

/** Thrown out of a wait, caught by the process: the case has taken a turn. */
export class TurnOfEvents extends Error {}

export type Wait = Readonly<{ for: WaitingFor; news: Wanted; until?: string; note?: string }>;

/** A case's process: its clock, its letter box, what runs beside it, and what it shows of itself. */
export function caseProcess({ caseId, news, seen }: CaseLifecycleInput) {
  const box = letterBox(seen ?? {}, news);
  const beside = new CancellationScope({ cancellable: true });
  const errands: Promise<void>[] = [];
  let stage: CaseStage = 'suspected';
  let shown = '';

  const show = (waitingFor: WaitingFor, until?: string, note?: string): void => {
    const now = [stage, waitingFor, until ?? ''].join('|');
    if (now === shown) return;
    shown = now;
    upsertSearchAttributes([
      { key: CASE_STAGE, value: stage },
      { key: WAITING_FOR, value: waitingFor },
      { key: NEXT_DUE_AT, value: until === undefined ? null : new Date(until) },
    ]);
    const lines = [`**${STAGE_WORDS[stage]}**`, `기다림 · waiting for: ${WAIT_WORDS[waitingFor]}`];
    if (until !== undefined) lines.push(`다음 · next: ${inSeoul(until)}`);
    if (note !== undefined) lines.push(note);
    setCurrentDetails(lines.join('\n\n'));
  };

  return {
    now: box.clock.now,
    moment: () => ({ caseId, at: box.clock.now() }),
    /** A step with the id under which it is taken once, whatever happens to this process. */
    step: (name: string) => ({ caseId, at: box.clock.now(), commandId: `case:${caseId}:${name}` }),
    isBefore: (moment: string): boolean => Date.parse(box.clock.now()) < Date.parse(moment),
    enter: (next: CaseStage, district: string): void => {
      if (shown === '') upsertSearchAttributes([{ key: DISTRICT, value: district }]);
      stage = next;
    },
    show,
    /** What another run of this process begins with; nothing while something is unread or under way. */
    continuation: (): CaseLifecycleInput | undefined =>
      box.isEmpty() && errands.length === 0 ? { v: 1, caseId, news: [], seen: box.seen() } : undefined,
    /**
     * Waits for news, at most until a moment. Answers the news, or nothing when the moment has come.
     * @throws TurnOfEvents when the case has taken another way
     */
    until: async (wait: Wait): Promise<News | undefined> => {
      show(wait.for, wait.until, wait.note);
      await box.wait(() => box.has(wait.news) || box.has(turns), wait.until, WAIT_WORDS[wait.for]);
      if (box.take(turns) !== undefined) throw new TurnOfEvents();
      return box.take(wait.news);
    },
    /** The same for an errand: it is not shown, has no deadline, and leaves turns to the story. */
    heard: async (wanted: Wanted): Promise<void> => {
      await box.wait(() => box.has(wanted), undefined, '');
      box.take(wanted);
    },
    /** Something that the story need not wait for, such as a partner that is down. Over when the case moves on. */
    meanwhile: (errand: () => Promise<void>): void => {
      const running = beside.run(errand).catch((error: unknown) => {
        if (!isCancellation(error) && refusalOfDomain(error) === undefined) throw error;
      });
      running.catch(() => undefined); // looked at in errandsDone
      const entry = running.finally(() => errands.splice(errands.indexOf(entry), 1));
      entry.catch(() => undefined);
      errands.push(entry);
    },
    errandsDone: async (): Promise<void> => {
      await Promise.all(errands);
    },
    callOffErrands: (): void => beside.cancel(),
  };
}

export type CaseProcess = ReturnType<typeof caseProcess>;
