import type { CaseStanding } from '../../activities/index.ts';
import { sms, store } from '../activity-presets.ts';
import type { CaseProcess } from '../case-process.ts';
import { about, anyOf, either, nothing, type Wanted } from '../news.ts';
import { told } from '../summaries.ts';
import {
  asksAgainAfterDecision,
  beginsInvestigation,
  hearsLateRetests,
  isComplete,
  isFreedByProtocol,
  isolationHasItsOwn,
} from './patches.ts';
import { decided, orTellStaff } from './tasks.ts';
import { asked, askedBeside } from './symptom-question.ts';
import { resultOf } from './test-result.ts';

/** What may move the plan, whoever told it. */
const facts = anyOf(
  'SymptomsReported',
  'MedicalHistoryRecorded',
  'ClinicalCourseRecorded',
  'ProtocolChosen',
  'ProtocolApplied',
);
/** What ends the wait for an answer: it came, or nobody needs it any more. */
const settling = anyOf('SymptomsReported', 'ProtocolApplied');

/** Whenever infection is confirmed: isolation is ordered and notified, home treatment starts. */
export async function beginning(life: CaseProcess): Promise<void> {
  const { step } = life;
  await told(store.orderIsolation, '격리 명령 · order isolation', step('order-isolation'));
  if (!isolationHasItsOwn(life))
    life.meanwhile(async () => {
      await orTellStaff(life, 'isolation-notice', () =>
        told(sms.notifyIsolation, '격리 통지 문자 · isolation notice by SMS', step('isolation-notice')),
      );
    });
  await told(store.startHomeTreatment, '재택치료 시작 · start home treatment', life.moment());
  await investigation(life);
}

/** 역학조사: once per case, wherever the patient is treated. */
async function investigation(life: CaseProcess): Promise<void> {
  if (!beginsInvestigation(life)) return;
  const step = life.step('begin-investigation');
  await told(store.beginInvestigation, '역학조사 시작 · begin the investigation', step);
}

/** A result that the case waited for before it went another way is taken; answers the news of one that may still come. */
async function lateRetests(life: CaseProcess, { retestOutstanding }: CaseStanding): Promise<Wanted> {
  if (!retestOutstanding || !hearsLateRetests()) return nothing;
  await told(store.recordLateRetests, '늦은 재검사 결과 기록 · record a late result', life.moment());
  return anyOf('ReleaseTestResulted');
}

/** Answers the news that staff are done with what the tier could not be given for: where it still cannot, they are asked again. */
async function tier(life: CaseProcess): Promise<Wanted> {
  if (!isComplete(life)) return nothing;
  const { taskId } = await told(store.assignTier, '재택치료군 배정 · tier of home treatment', life.moment());
  return taskId === undefined ? nothing : about(taskId, 'TaskDecided');
}

/** Whenever n days have passed: the release criteria are judged, on what the patient says. */
export async function check(life: CaseProcess, standing: CaseStanding): Promise<void> {
  const undecided = await tier(life);
  const moving = either(facts, undecided, await lateRetests(life, standing));
  const plan = await told(store.planReleaseCheck, '격리기준 확인일 계산 · plan the check', life.moment());
  const note = `확인 번호 · check ${plan.check}`;
  const news = await life.until({ for: 'release-check', until: plan.dueAt, news: moving, note });
  if (news !== undefined) return; // what was said may move the plan: look again
  const criteria = await told(
    store.checkReleaseCriteria,
    '격리해제 기준 확인 · check release criteria',
    life.moment(),
  );
  if (!criteria.ask) return;
  if (life.isBefore(criteria.askAt)) {
    const early = await life.until({ for: 'contact-hours', until: criteria.askAt, news: moving, note });
    if (early !== undefined) return;
  }
  await answer(life, plan.check, criteria.beside === true);
}

/** 증상 확인: question, reminder, then staff. Ends when somebody has said how the patient is. */
async function answer(life: CaseProcess, check: number, beside: boolean): Promise<void> {
  const ask = beside ? askedBeside : asked;
  if (await ask(life, check, settling)) return;
  for (let visit = 1; ; visit += 1) {
    const task = { ...life.step(`no-answer:${check}-${visit}`), kind: 'no-answer' } as const;
    const opened = await told(store.openTask, '무응답: 담당자 과업 · no answer: task for staff', task);
    if (opened.decided && asksAgainAfterDecision()) continue; // decided before this process began again
    const { taskId } = opened;
    const news = await life.until({
      for: 'staff',
      news: (one) => settling(one) || about(taskId, 'TaskDecided')(one),
      note: '환자에게 전화해 증상을 입력하세요 · call the patient and report the symptoms',
    });
    if (news !== undefined && settling(news)) break;
  }
  const done = { ...life.moment(), kinds: ['no-answer', 'answer-unclear', 'message-undeliverable'] } as const;
  await told(store.cancelTasks, '응답 확인, 과업 종료 · answered, close the tasks', done);
}

/** What others decide, unless a protocol frees the patient first. */
const unlessFreed =
  (chapter: (life: CaseProcess, standing: CaseStanding) => Promise<void>) =>
  (life: CaseProcess, standing: CaseStanding): Promise<void> =>
    isFreedByProtocol(life)
      ? life.unlessReplanned(
          () => chapter(life, standing),
          async () => {
            const now = await told(store.caseStanding, '현재 상태 · where the case stands', life.moment());
            return now.stage !== standing.stage;
          },
        )
      : chapter(life, standing);

/** Whenever symptomatic and not improving: PCR again, and round. */
export const retest = unlessFreed(async (life, { testNumber }) => {
  const testId = await resultOf(life, {
    waitingFor: 'retest-result',
    news: 'ReleaseTestResulted',
    name: `release-test:${testNumber}`,
    words: `재검사 의뢰 · order PCR again, round ${testNumber}`,
    test: { purpose: 'release', sequence: testNumber },
  });
  const step = { ...life.step(`retest-result:${testId}`), testId };
  await told(store.recordRetestResult, '재검사 결과 기록 · record the result', step);
});

/** After the largest number of rounds a clinician decides. */
export const clinician = unlessFreed(async (life, { decisions }) => {
  const taskId = await decided(
    life,
    { kind: 'clinician-decision', name: `clinician:${decisions + 1}` },
    'clinician',
  );
  const step = { ...life.step(`clinician-decided:${taskId}`), taskId };
  await told(store.recordClinicianDecision, '의사 판단 기록 · record the decision', step);
});

/** Whenever free of symptoms or improving: release. */
export async function release(life: CaseProcess): Promise<void> {
  await told(store.releaseFromIsolation, '격리해제 · release from isolation', life.moment());
}

const returned = anyOf('ReturnedFromHospital');

/** In hospital nothing is asked; where the protocol frees a patient there, they are released there. */
export async function hospital(life: CaseProcess, standing: CaseStanding): Promise<void> {
  if (!isComplete(life)) {
    await life.until({ for: 'return-from-hospital', news: returned });
    return;
  }
  await investigation(life);
  const late = await lateRetests(life, standing);
  const judged = await told(
    store.judgeInHospital,
    '입원 중 격리기준 확인 · release criteria in hospital',
    life.moment(),
  );
  if (judged.released) return;
  await life.until({
    for: 'return-from-hospital',
    news: either(returned, facts, late),
    ...(judged.nextAt === undefined ? {} : { until: judged.nextAt }),
  });
}
