import { continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { ContactStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { store } from '../activity-presets.ts';
import { anyOf } from '../news.ts';
import { tell, type Chapter, type Story } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { contactErrands } from './contact-errands.ts';
import { CONTACT_STAGES, CONTACT_WAITS, type ContactWait } from './contact-words.ts';

/** Whatever may change where a contact stands. */
const ANYTHING = anyOf(
  ...([
    'ContactNamed',
    'ExposureRecorded',
    'CloseContactIdentified',
    'ContactGraded',
    'ContactGradeConfirmed',
  ] as const),
  ...(['FollowUpEnded', 'ContactConverted', 'ConversionReverted', 'ContactSymptomsReported'] as const),
  'ContactVaccinationsRecorded',
  'FollowUpPlanned',
  'FollowUpLeftOpen',
  ...([
    'QuarantineTestResulted',
    'TestResultCorrected',
    'CaseOpened',
    'IsolationEnded',
    'IsolationOrdered',
  ] as const),
  ...([
    'InfectionRuledOut',
    'InfectionConfirmed',
    'DiagnosisWithdrawn',
    'DeathReported',
    'ReleasedFromIsolation',
    'TaskDecided',
  ] as const),
);

/** 접촉자 추적: graded, told, in quarantine or watched, tested on its days; freed at the end, or a case with the link kept. */
export async function contactFollowUp(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'contact',
    stageWords: CONTACT_STAGES,
    waitWords: CONTACT_WAITS,
    turns: anyOf('ContactDropped'),
  });
  let isWatched = false;
  const { say, orderTest } = contactErrands(life, () => isWatched);

  /** A question to an investigator. It is gone as soon as the facts are there in another way. */
  const asks = async (
    kind: 'contact-grading' | 'contact-measure',
    name: string,
  ): Promise<string | undefined> => {
    const task = await life.openTask({ kind, name });
    if (task.decision !== undefined) return task.taskId;
    await life.until({ for: 'staff', news: ANYTHING });
    return undefined;
  };

  /** 접촉 확인 by the protocol in force; what it leaves open, an investigator grades. */
  const grading: Chapter<ContactStanding> = async ({ exposures }) => {
    const { graded } = await told(store.gradeContact, '접촉 확인 · grade by the protocol', life.moment());
    if (graded) {
      await life.callOffTasks(['contact-grading']);
      return;
    }
    const name = `grading:${exposures}`;
    const taskId = await asks('contact-grading', name);
    if (taskId === undefined) return;
    await told(store.gradeByPerson, '접촉 확인 · graded by an investigator', { ...life.step(name), taskId });
  };

  /** Quarantine or watch, by the protocol in force; where facts are missing, an investigator chooses. */
  const planning: Chapter<ContactStanding> = async ({ exposures, followUp }) => {
    const { planned } = await told(store.planFollowUp, '조치 결정 · plan by the protocol', life.moment());
    if (planned) {
      await life.callOffTasks(['contact-measure', 'contact-grading']);
      return;
    }
    const name = `measure:${followUp}-${exposures}`;
    const taskId = await asks('contact-measure', name);
    if (taskId === undefined) return;
    const chosen = { ...life.step(name), taskId };
    await told(store.planByPerson, '조치 결정 · chosen by an investigator', chosen);
  };

  /** Watched by now, by new facts or rules: the quarantine does without this contact, and ends where it was the only one. */
  const freedBy = new Set<number>();
  const freeFromQuarantine = async ({ stillQuarantined, plans }: ContactStanding): Promise<void> => {
    if (stillQuarantined !== true || !patched('quarantine-gives-way') || freedBy.has(plans)) return;
    freedBy.add(plans);
    await told(
      store.leaveQuarantine,
      '자가격리 조정 · watched, no longer in quarantine',
      life.step(`plan:${plans}`),
    );
  };

  /** Whenever a close contact is identified: notify; quarantine; watch for symptoms; test on its days. */
  const watched: Chapter<ContactStanding> = async (standing) => {
    const { kind, followUp, endsAt, tests } = standing;
    if (kind === 'quarantine') {
      await told(store.quarantineContact, '자가격리 · quarantine by the plan', life.moment());
    } else {
      await freeFromQuarantine(standing);
      await say('watch-notice', followUp);
    }
    for (const { sequence, testType, overdueAt } of tests.open) {
      if (!life.isBefore(overdueAt)) {
        await life.openTask(
          { kind: 'quarantine-test', name: `quarantine-test:${sequence}:overdue` },
          'result-overdue',
        );
        continue;
      }
      await orderTest(sequence, testType);
    }
    await life.until({ ...next(endsAt, tests), news: ANYTHING });
  };

  /** What comes next by time alone: the result that is waited for, the next test, or the end. */
  const next = (
    endsAt: string | undefined,
    { open, nextAt }: ContactStanding['tests'],
  ): Readonly<{ for: ContactWait; until?: string }> => {
    const moments = [
      ...open.map(({ overdueAt }) => ({ for: 'test-result' as const, until: overdueAt })),
      ...(nextAt === undefined ? [] : [{ for: 'test-day' as const, until: nextAt }]),
      ...(endsAt === undefined ? [] : [{ for: 'period' as const, until: endsAt }]),
    ].filter(({ until }) => life.isBefore(until));
    return moments.reduce<Readonly<{ for: ContactWait; until?: string }>>(
      (first, one) => (first.until === undefined || one.until < first.until ? one : first),
      { for: 'period' },
    );
  };

  /** Whenever a quarantined contact develops symptoms: a suspected case with the link kept. */
  const fallingIll: Chapter<ContactStanding> = async ({ because = 'symptoms' }) => {
    const { caseId } = await told(
      store.openCaseOfContact,
      '의심환자 신고 · a case of their own, with the link kept',
      { ...life.moment(), because },
    );
    await told(store.convertContact, '사례 전환 · becomes that case', { ...life.moment(), caseId });
  };
  const becomingCase: Chapter<ContactStanding> = async ({ ownCaseId: caseId = '' }) => {
    await life.callOffTasks();
    await told(store.convertContact, '사례 전환 · becomes that case', { ...life.moment(), caseId });
  };
  const suspected: Chapter<ContactStanding> = async () => {
    await life.callOffTasks();
    await life.until({ for: 'own-case', news: ANYTHING });
  };
  const handingOver: Chapter<ContactStanding> = async () => {
    await told(store.handOverQuarantine, '자가격리 종료 · the isolation takes its place', life.moment());
  };
  /** No case after all: the follow-up goes on to its end. */
  const reverting: Chapter<ContactStanding> = async ({ ownCaseId: caseId = '' }) => {
    await told(store.revertToContact, '전환 취소 · a contact again', { ...life.moment(), caseId });
  };
  const periodOver: Chapter<ContactStanding> = async () => {
    await told(store.endContactFollowUp, '추적관리 종료 · freed', life.moment());
  };
  let left = false;
  const leaving: Chapter<ContactStanding> = async ({ exposures, followUp }) => {
    left = true;
    const step = life.step(`leaving:${followUp}-${exposures}`);
    await told(store.leaveQuarantine, '자가격리 조정 · the quarantine without this contact', step);
  };

  const STORY: Readonly<Record<Exclude<ContactStanding['stage'], 'closed'>, Chapter<ContactStanding>>> = {
    grading,
    planning,
    watched,
    'period-over': periodOver,
    'source-cleared': periodOver,
    'falling-ill': fallingIll,
    'becoming-case': becomingCase,
    suspected,
    'handing-over': handingOver,
    reverting,
    leaving,
  };

  const story: Story<ContactStanding> = {
    look: async () => {
      const standing = await told(store.contactStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      isWatched = standing.stage === 'watched';
      return standing;
    },
    chapter: ({ stage }) => (stage === 'closed' || (stage === 'leaving' && left) ? undefined : STORY[stage]),
    turned: () => life.callOffTasks(),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof contactFollowUp>(continuation);
    },
  };
  do {
    const end = await tell(story);
    life.show('nothing');
    await life.callOffTasks();
    if (end.kind === 'none') await say('contact-notice', end.exposures);
    if (end.completed && end.kind !== 'quarantine') await say('watch-end-notice', end.followUp);
  } while (await life.heardBeforeErrandsAreDone(ANYTHING)); // such as another exposure, while a notice waits for its gateway
  await life.errandsDone();
}
