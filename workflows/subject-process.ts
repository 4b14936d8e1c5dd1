import type { ProcessInput } from '../activities/ports/processes.ts';
import type { SubjectKind } from '../domain/worklist/task-subject.ts';
import type { Decision, TaskKind } from '../domain/worklist/task.ts';
import { store } from './activity-presets.ts';
import { wasHeld, wasRefusedByPartner } from './failures.ts';
import { livingProcess } from './living-process.ts';
import { about, type Wanted } from './news.ts';
import { told } from './summaries.ts';

/** What every process of this kind may wait for, beside its own. */
const COMMON_WAITS = {
  staff: '담당자 처리 · staff',
  identity: '신원 확인 · identity to be resolved',
  nothing: '없음 · nothing',
} as const;
type CommonWait = keyof typeof COMMON_WAITS;

/** Where a subject stands, as its use case tells: at least this. */
export type SubjectStanding<Stage extends string> = Readonly<{
  stage: Stage;
  district: string;
  caseId?: string | undefined;
}>;

type Manner<Stage extends string, For extends string> = Readonly<{
  kind: SubjectKind;
  stageWords: Readonly<Record<Stage, string>>;
  waitWords: Readonly<Record<For, string>>;
  turns: Wanted;
  /** Whom tasks are about, where the process’s id is not the subject’s own. */
  subjectId?: string;
}>;

/** An earlier need may have been dealt with under the same name: `since`, when this one arose; `earlier`, the task of that one. */
type Need = Readonly<{ since?: string | undefined } | { earlier: string }>;
type Question = Readonly<{
  kind: TaskKind;
  name: string;
  note?: string;
  /** What it asks takes the place of what these asked. */
  insteadOf?: readonly TaskKind[];
  need?: Need;
  /** Where something else than its kind says until when. */
  dueAt?: string;
}>;

/** The process of an isolation, a contact, a look-up, …: what `livingProcess` is, with steps and tasks about the subject. */
export function subjectProcess<Stage extends string, For extends string>(
  { id, ...input }: ProcessInput,
  { kind, stageWords, waitWords, turns, subjectId = id }: Manner<Stage, For>,
) {
  const life = livingProcess<Stage, For | CommonWait>(input, {
    stageAttribute: 'Stage',
    stageWords,
    waitWords: { ...COMMON_WAITS, ...waitWords } as Readonly<Record<For | CommonWait, string>>,
    turns,
    askToMend: async (name, reason): Promise<boolean> =>
      (await openTask({ kind: 'process-parked', name }, reason)).decision !== undefined,
  });
  let district = '00000'; // the headquarters' own, until it is known
  let caseId: string | undefined;

  const moment = () => ({ id, at: life.now() });
  /** A step with the id under which it is taken once, whatever happens to this process. */
  const step = (name: string) => ({ ...moment(), commandId: `${kind}:${id}:${name}` });
  const openTask = (question: Question, reason?: string) =>
    told(store.openTaskAbout, `담당자 과업 · task for staff: ${question.kind}`, {
      ...step(`${question.name}:task`),
      kind: question.kind,
      subject: { kind, id: subjectId },
      district,
      by: `process:${kind}`,
      ...(caseId === undefined ? {} : { caseId }),
      ...(reason === undefined ? {} : { reason }),
      ...(question.insteadOf === undefined ? {} : { insteadOf: question.insteadOf }),
      ...(question.dueAt === undefined ? {} : { dueAt: question.dueAt }),
      ...question.need,
    });

  /** A process of a part of its subject, such as a clinic’s day, closes nothing but what it asked itself. */
  const opened = (names: readonly string[] | undefined): Readonly<{ openedAs?: readonly string[] }> => {
    if (names === undefined && subjectId === id) return {};
    return { openedAs: names?.map((name) => `${kind}:${id}:${name}:`) ?? [`${kind}:${id}:`] };
  };

  /** Puts a question to people and waits for the decision. */
  const asked = async (question: Question, reason?: string): Promise<Decision> => {
    const task = await openTask(question, reason);
    if (task.decision !== undefined) return task.decision;
    await life.until({
      for: 'staff',
      news: about(task.taskId, 'TaskDecided'),
      ...(question.note === undefined ? {} : { note: question.note }),
    });
    return told(store.decisionOf, '결정 확인 · read the decision', { taskId: task.taskId });
  };

  /** Something that reaches out: while the identity is in doubt it waits until that is resolved. */
  const whenCleared = async <Result>(reach: () => Promise<Result>): Promise<Result> => {
    for (;;) {
      const before = life.heardOf('IdentityResolved');
      try {
        return await reach();
      } catch (error) {
        if (!wasHeld(error)) throw error;
        life.show('identity');
        await life.cleared(before);
      }
    }
  };

  return {
    ...life,
    id,
    moment,
    /** So many days from now. */
    after: (days: number): string => new Date(Date.parse(life.now()) + days * 24 * 3_600_000).toISOString(),
    step,
    openTask,
    asked,
    whenCleared,
    enter: (standing: SubjectStanding<Stage>): void => {
      ({ district, caseId } = standing);
      life.enter(standing.stage, district);
    },
    /** A partner's refusal becomes a task; when staff have mended its cause, the same step is tried again. */
    orAskStaff: async <Result>(question: Question, attempt: () => Promise<Result>): Promise<Result> => {
      for (let refusals = 1; ; refusals += 1) {
        try {
          return await whenCleared(attempt);
        } catch (error) {
          if (!wasRefusedByPartner(error)) throw error;
          await asked({ ...question, name: `${question.name}:refused-${refusals}` });
        }
      }
    },
    /**
     * A message that the gateway refuses is for staff to deliver; the process does not stand still for it.
     * Answers whether it went out.
     */
    orTellStaff: async (name: string, attempt: () => Promise<unknown>): Promise<boolean> => {
      try {
        await whenCleared(attempt);
        return true;
      } catch (error) {
        if (!wasRefusedByPartner(error)) throw error;
        await openTask({ kind: 'message-undeliverable', name: `${name}:undeliverable` });
        return false;
      }
    },
    /**
     * Everything that was asked of people for the way that is left now, or for the kinds that are settled; of those, what was
     * asked under these names.
     */
    callOffTasks: async (kinds?: readonly TaskKind[], names?: readonly string[]): Promise<void> => {
      await told(store.cancelTasksAbout, '과업 종료 · close its tasks', {
        ...moment(),
        subject: { kind, id: subjectId },
        by: `process:${kind}`,
        ...(kinds === undefined ? {} : { kinds }),
        ...opened(names),
      });
      life.stirErrands();
    },
    /** Refused where it stands, or a defect: no retry mends that, a person must. */
    parked: async (reason: string): Promise<void> => {
      await asked({ kind: 'process-parked', name: `parked:${life.now()}` }, reason);
    },
    continuation: (): ProcessInput | undefined => {
      const carried = life.carriedOn();
      return carried === undefined ? undefined : { ...carried, id };
    },
  };
}

export type SubjectProcess<Stage extends string, For extends string> = ReturnType<
  typeof subjectProcess<Stage, For>
>;
