import type { ExplainedCase } from '../../activities/patient-management/explain-case.ts';
import type { Words } from '../problem.ts';
import type { CasePage } from '../read-models/case-page.ts';
import { openTasks } from '../task-words.ts';
import { becauseWords, type Ground } from '../why/because-words.ts';
import { toEnterOfCase } from '../why/case-missing.ts';
import { identityWords, stageWords } from '../why/stage-words.ts';
import { sentences } from '../why/spelt.ts';
import { trackInWords } from '../why/track-in-words.ts';
import { waitingWords, type Place } from '../why/waiting-words.ts';

/** Why a case stands where it stands: the rule, its version, and each condition with the facts, in words too. */
export function whyOf({ id, state, standing, protocol }: ExplainedCase): object {
  const { rule, because, missing, tracks } = standing;
  const stated = protocol?.tracks ?? [];
  return {
    rule,
    protocol:
      protocol === null
        ? null
        : {
            version: protocol.version,
            title: protocol.title,
            link: `/protocols/${protocol.version}`,
          },
    because,
    says: saysWhy({ state, standing, protocol }),
    countedFrom: state.check?.countedFrom ?? null,
    missing,
    toEnter: missing.map((fact) => toEnterOfCase(fact, id)),
    tracks: tracks.map((track) => trackInWords(track, stated)),
  };
}

function saysWhy({
  state,
  standing,
  protocol,
}: Pick<ExplainedCase, 'state' | 'standing' | 'protocol'>): Words {
  const ground: Ground = {
    ...standing,
    stated: protocol?.tracks ?? [],
    retests: state.retests,
    maximumRetests: protocol?.maximumRetests ?? null,
  };
  return sentences(
    standing.because === null ? stageWords(state) : becauseWords(standing.because, ground),
    state.identityInDoubt === undefined ? undefined : identityWords(state.identityInDoubt),
  );
}

/** What the process waits for, until when at most, and who may move it on. */
export function nextOf(
  { id, state, standing }: ExplainedCase,
  page: Pick<CasePage, 'tests' | 'tasks'>,
): object {
  const { waitingFor, nextAt: at = null } = standing;
  const isDiagnosed = state.stage !== 'suspected';
  const waited = waitingFor === 'clinician' && !isDiagnosed ? 'clinician-on-diagnosis' : waitingFor;
  const open = page.tasks.filter(({ stage }) => stage === 'open');
  return {
    waitingFor,
    at,
    ...waitingWords(waited, { caseId: id, at, ...settling(waited, open, page.tests) }),
    tasks: openTasks(page.tasks),
  };
}

type Rows = CasePage['tasks'];

/** The test or the task that ends the wait. */
function settling(waitingFor: string, open: Rows, tests: Rows): Partial<Pick<Place, 'testId' | 'taskId'>> {
  const kind = SETTLED_BY[waitingFor];
  const taskId = open.find((task) => kind !== undefined && task['kind'] === kind)?.['taskId'];
  const testId = tests.findLast(({ result, stage }) => result === undefined && stage !== 'cancelled')?.[
    'testId'
  ];
  return {
    ...(typeof taskId === 'string' ? { taskId } : {}),
    ...(typeof testId === 'string' ? { testId } : {}),
  };
}
const SETTLED_BY: Readonly<Record<string, string>> = {
  clinician: 'clinician-decision',
  'clinician-on-diagnosis': 'inconclusive-result',
  identity: 'identity-in-doubt',
};
