import type { ExplainedCase } from '../../activities/patient-management/explain-case.ts';
import type { ExplainedTrack } from '../../domain/protocol/evaluation/release.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import type { Words } from '../problem.ts';
import type { CasePage } from '../read-models/case-page.ts';
import { tasksInWords } from '../task-words.ts';
import { becauseWords, trackTitle, type Ground } from '../why/because-words.ts';
import { criterionWords, metFrom } from '../why/criterion-words.ts';
import { toEnterOfCase } from '../why/missing-words.ts';
import { identityWords, stageWords } from '../why/stage-words.ts';
import { sentences } from '../why/spelt.ts';
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
    says: saysWhy({ id, state, standing, protocol }),
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
}: Pick<ExplainedCase, 'id' | 'state' | 'standing' | 'protocol'>): Words {
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

/** A track with each of its criteria: what the rule wants, what the facts are, met or not, and until when. */
function trackInWords(judged: ExplainedTrack, stated: readonly ReleaseTrack[]): object {
  const rule = stated.find(({ id }) => id === judged.track);
  return {
    ...judged,
    title: trackTitle(judged.track, stated),
    criteria: judged.criteria.map((one) => ({
      ...one,
      until: metFrom(one),
      says: criterionWords(one, rule),
    })),
  };
}

/** What the process waits for, until when at most, and who may move it on. */
export function nextOf({ id, standing }: ExplainedCase, page: Pick<CasePage, 'tests' | 'tasks'>): object {
  const { waitingFor, nextAt: at = null } = standing;
  const open = page.tasks.filter(({ stage }) => stage === 'open');
  return {
    waitingFor,
    at,
    ...waitingWords(waitingFor, { caseId: id, at, ...settling(waitingFor, open, page.tests) }),
    tasks: tasksInWords(open).map(({ taskId, kind, todo }) => ({ taskId, kind, todo })),
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
  identity: 'identity-in-doubt',
};
