import { continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { InvestigationStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { sms, store, survey } from '../activity-presets.ts';
import { defectIn, refusalOfDomain, wasRefusedByPartner } from '../failures.ts';
import { anyOf } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { INVESTIGATION_STAGES, INVESTIGATION_WAITS } from './words.ts';

/** What may bring an investigation on. */
const NEWS = anyOf(
  'SurveyAnswered',
  'SurveyRefused',
  'SurveyExpired',
  'SurveyCorrected',
  'EntryLogChecked',
  'CardApprovalsChecked',
  'VisitsDerived',
  'RequestRejected',
  'RawRecordsDestroyed',
  'VisitEstablished',
  'VisitRejected',
  'RouteInvestigated',
  'DeathReported',
  'TaskDecided',
);

/** 역학조사: an interview by a link, formal look-ups, the visits that come of both, and a finished route by its deadline. */
export async function routeInvestigation(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'route',
    stageWords: INVESTIGATION_STAGES,
    waitWords: INVESTIGATION_WAITS,
    turns: anyOf('DiagnosisWithdrawn'),
  });
  const done = new Set<string>();
  const once = (what: string): boolean => !done.has(what) && done.add(what) !== undefined;
  let linkSent = false;
  let byTelephone = false;
  let withoutInterview = false;

  const begin: Chapter<InvestigationStanding> = async () => {
    await told(store.offerInterview, '동선 설문 · put the interview to the person', life.step('interview'));
    await told(store.askForLookUps, '정보 조회 요청 · ask for the look-ups', life.step('look-up'));
  };

  const telephone = (surveyId: string) =>
    life.openTask({ kind: 'survey-refused', name: `telephone-${surveyId}` });

  /** Beside everything else: a survey system that is down holds up no look-up. */
  const askByLink = async (surveyId: string): Promise<void> => {
    try {
      await life.whenCleared(() =>
        told(survey.openInterviewForm, '설문지 개설 · have the form made', life.moment()),
      );
    } catch (error) {
      const known = wasRefusedByPartner(error) || (defectIn(error) ?? refusalOfDomain(error)) !== undefined;
      if (!known) throw error;
      byTelephone = true;
      await telephone(surveyId);
      return;
    }
    linkSent = await life.orTellStaff('interview-link', () =>
      told(sms.sendInterviewLink, '설문 링크 문자 · send the link', life.moment()),
    );
  };

  /** Answers become visits as soon as they are there, and again when they are corrected. */
  const takeAnswers = async ({ interview }: InvestigationStanding): Promise<boolean> => {
    if (interview?.stage !== 'answered' || !once(`answers ${interview.surveyId} ${interview.edition}`)) {
      return false;
    }
    const { unclear } = await told(
      store.takeInterview,
      '설문 동선 반영 · draw the visits from the answers',
      life.moment(),
    );
    await life.callOffTasks(['survey-refused']);
    if (unclear > 0) {
      const question = { kind: 'visits-to-establish', name: `unclear-${interview.edition}` } as const;
      await life.openTask(question, 'interview-unclear');
    }
    return true;
  };

  /** The person may have answered, and the message of it was lost: the survey system is asked before anybody else is. */
  const askForAnswer = async (surveyId: string): Promise<void> => {
    try {
      const ask = { ...life.moment(), id: surveyId };
      await told(survey.askForAnswers, '설문 결과 확인 · ask whether it was answered', ask);
    } catch (error) {
      if (!wasRefusedByPartner(error) && refusalOfDomain(error) === undefined) throw error;
      await life.openTask({ kind: 'survey-refused', name: `answer-unread-${life.now()}` });
    }
  };
  const asksBefore = (): boolean => patched('route/asks-for-the-answer');

  const expire = async (surveyId: string): Promise<void> => {
    if (!asksBefore()) {
      await told(store.expireInterview, '설문 기한 지남 · no answer in time', life.moment());
    } else if (once('expiry')) {
      life.meanwhile(async () => {
        await askForAnswer(surveyId);
        await told(store.expireInterview, '설문 기한 지남 · no answer in time', life.moment());
      });
    }
  };

  /** Waits for news, and sees to what its time has come for. */
  const waitFor = async (what: 'interview' | 'look-ups' | 'visits', standing: InvestigationStanding) => {
    const { interview, dueAt } = standing;
    const asking = interview?.stage === 'offered' && !withoutInterview ? interview : undefined;
    const moments = [
      ...(asking === undefined || done.has('expiry') ? [] : [asking.answerBy]),
      ...(asking === undefined || done.has('reminder') ? [] : [asking.remindAt]),
      ...(done.has('overdue') ? [] : [dueAt]),
    ].sort((one, other) => Date.parse(one) - Date.parse(other));
    const [next] = moments;
    const heard = await life.until({
      for: what,
      news: NEWS,
      ...(next === undefined ? {} : { until: next }),
    });
    if (heard !== undefined) return drain(what);
    if (asking !== undefined && !life.isBefore(asking.answerBy)) {
      await expire(asking.surveyId);
    } else if (asking !== undefined && !life.isBefore(asking.remindAt) && once('reminder') && linkSent) {
      life.meanwhile(async () => {
        if (asksBefore()) await askForAnswer(asking.surveyId);
        await life.orTellStaff('interview-reminder', () =>
          told(sms.remindOfInterview, '설문 재요청 문자 · remind the person', life.moment()),
        );
      });
    }
    if (!life.isBefore(dueAt) && once('overdue')) {
      await life.openTask({ kind: 'investigation-overdue', name: `overdue-${dueAt}` });
    }
  };

  /** One look answers all news that has come by now. */
  const drain = async (what: 'interview' | 'look-ups' | 'visits'): Promise<void> => {
    const now = life.now();
    while ((await life.until({ for: what, news: NEWS, until: now })) !== undefined);
  };

  const gather: Chapter<InvestigationStanding> = async (standing) => {
    if (await takeAnswers(standing)) return;
    const { interview } = standing;
    const asking = interview !== undefined && interview.stage !== 'answered' && !withoutInterview;
    if (!asking) return waitFor('look-ups', standing);
    if (interview.stage === 'offered' && once('ask')) {
      life.meanwhile(() => askByLink(interview.surveyId));
    }
    if (byTelephone || interview.stage !== 'offered') {
      withoutInterview = (await telephone(interview.surveyId)).decision !== undefined;
      if (withoutInterview) return;
    }
    await waitFor('interview', standing);
  };

  const decide: Chapter<InvestigationStanding> = async (standing) => {
    if (await takeAnswers(standing)) return;
    const { undecided } = await told(
      store.establishCertainVisits,
      '확실한 방문 인정 · establish what is certain',
      life.moment(),
    );
    if (undecided === 0) return;
    for (let round = 1; ; round += 1) {
      const task = await life.openTask({ kind: 'visits-to-establish', name: `visits-${round}` });
      if (task.decision === undefined) break;
    }
    await waitFor('visits', standing);
  };

  const conclude: Chapter<InvestigationStanding> = async (standing) => {
    if (await takeAnswers(standing)) return;
    const { finished } = await told(store.concludeRoute, '동선 조사 종료 · finish the route', life.moment());
    if (finished) await life.until({ for: 'finish', news: anyOf('RouteInvestigated') });
  };

  const STORY: Readonly<
    Record<Exclude<InvestigationStanding['stage'], 'finished' | 'called-off'>, Chapter<InvestigationStanding>>
  > = { begun: begin, gathering: gather, deciding: decide, complete: conclude };

  const toItsEnd = () =>
    tell<InvestigationStanding>({
      look: async () => {
        const asked = { ...life.moment(), withoutInterview };
        const standing = await told(store.investigationStanding, '현재 상태 · where it stands', asked);
        life.enter(standing);
        return standing;
      },
      chapter: ({ stage }) => (stage === 'finished' || stage === 'called-off' ? undefined : STORY[stage]),
      turned: () => life.callOffTasks(),
      parked: (_standing, reason) => life.parked(reason),
      between: async () => {
        const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
        if (continuation !== undefined) await continueAsNew<typeof routeInvestigation>(continuation);
      },
    });
  for (;;) {
    const reopenings = life.heardOf('RouteReopened');
    const end = await toItsEnd();
    life.show('nothing');
    life.callOffErrands();
    await life.errandsDone();
    await life.callOffTasks();
    if (end.interview !== undefined && end.interview.stage !== 'answered') {
      await life.orAskStaff({ kind: 'effect-unsettled', name: 'form-withdrawal' }, () =>
        told(survey.withdrawInterviewForm, '설문지 회수 · nobody can answer any more', life.moment()),
      );
    }
    if (end.unsettled === true) {
      await life.orAskStaff({ kind: 'effect-unsettled', name: 'interview' }, async () => {
        await told(survey.callOffInterviewForm, '설문지 중단 · no form is owed', life.moment());
        await told(sms.callOffInterviewTexts, '설문 문자 중단 · no text is owed', life.moment());
      });
    }
    if (life.heardOf('RouteReopened') === reopenings) return; // nobody opened it again meanwhile
  }
}
