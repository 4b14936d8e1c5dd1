import type { FollowUpKind } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import { CLOSED_STAGES, isNoCase } from '../../domain/patient-management/case/case.state.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { contactFacts, lastContactIn, type ContactFacts } from './contact-facts.ts';
import { testsOwed, type TestsOwed } from './contact-tests.ts';
import { planOf } from './follow-up-plan.ts';

/** What a contact's process has to do next. */
export type ContactStep =
  | 'grading'
  | 'planning'
  | 'watched'
  | 'period-over'
  | 'source-cleared'
  | 'falling-ill'
  | 'becoming-case'
  | 'suspected'
  | 'handing-over'
  | 'reverting'
  | 'leaving'
  | 'closed';

export type ContactStanding = Readonly<{
  stage: ContactStep;
  district: string;
  /** The source case, in whose history the contact stands. */
  caseId: string;
  /** Number of the follow-up, for what is sent once in each. */
  followUp: number;
  /** How many exposures and reports have come, for what is asked once about each. */
  exposures: number;
  kind?: FollowUpKind;
  endsAt?: string;
  /** How often something was planned. */
  plans: number;
  /** A quarantine runs that counts this contact, though it is watched by now. */
  stillQuarantined?: true;
  /** It ended because its period was over. */
  completed: boolean;
  tests: TestsOwed;
  ownCaseId?: string;
  because?: 'symptoms' | 'positive-test';
}>;

/** Where a contact stands: what its process asks when it begins, and after every chapter. */
export const contactStanding =
  (uses: Uses) =>
  async (moment: SubjectMoment): Promise<ContactStanding> =>
    standingFrom(uses, await contactFacts(uses, moment));

export async function standingFrom(uses: Uses, facts: ContactFacts): Promise<ContactStanding> {
  const { state } = facts;
  const { district, sourceCaseId, followUps = 0, exposures, plan, followUp } = state;
  const place = await placeOf(uses, facts);
  return {
    district,
    caseId: sourceCaseId,
    followUp: followUps,
    exposures: exposures.length,
    completed: followUp === 'completed',
    tests: { open: [] },
    plans: state.plans ?? 0,
    ...(plan === undefined ? {} : { kind: plan.kind }),
    ...(plan?.endsAt === undefined ? {} : { endsAt: plan.endsAt }),
    ...place,
  };
}

type Place = Pick<ContactStanding, 'stage'> &
  Partial<Pick<ContactStanding, 'tests' | 'stillQuarantined' | 'ownCaseId' | 'because'>>;

async function placeOf(uses: Uses, facts: ContactFacts): Promise<Place> {
  const { state } = facts;
  if (state.stage === 'dropped') return goneFrom(facts);
  if (state.caseId !== undefined) return convertedPlace(uses, facts, state.caseId);
  const own = await ownEpisode(uses, facts);
  if (own !== undefined) return { stage: 'becoming-case', ownCaseId: own };
  if (isNoCase(facts.source)) {
    return state.followUp === 'under' ? { stage: 'source-cleared' } : goneFrom(facts);
  }
  if (state.ungradedExposures > 0 || state.grade === undefined) return { stage: 'grading' };
  if (state.grade === 'none') return goneFrom(facts);
  if (testedPositive(facts)) return { stage: 'falling-ill', because: 'positive-test' };
  if (state.health?.symptomatic === true) return { stage: 'falling-ill', because: 'symptoms' };
  return plannedPlace(facts);
}

function plannedPlace(facts: ContactFacts): Place {
  const { state, at, tests, quarantine } = facts;
  const planned = planOf(facts);
  if ('missing' in planned)
    return { stage: state.followUp === 'none' || state.followUp === 'under' ? 'planning' : 'closed' };
  const { plan, followUp, followedFrom = '' } = state;
  const differs =
    plan?.measure !== planned.measure ||
    plan.kind !== planned.kind ||
    plan.endsAt !== planned.endsAt?.toString();
  const isOpen =
    followUp === 'none' || followUp === 'under' || lastContactIn(facts.exposures).toString() > followedFrom;
  if (differs && isOpen) return { stage: 'planning' };
  if (followUp !== 'under') return goneFrom(facts);
  const isOver =
    planned.kind === 'quarantine'
      ? quarantine?.state.stage === 'ended' && quarantine.state.endedBecause !== 'became-case'
      : planned.endsAt?.isAfter(at) === false;
  if (isOver) return { stage: 'period-over' };
  const isLeft =
    planned.kind === 'quarantine' || quarantine === undefined || quarantine.state.stage === 'ended';
  const left = isLeft ? {} : ({ stillQuarantined: true } as const);
  return { stage: 'watched', tests: testsOwed(planned.tests, tests, at), ...left };
}

/** No contact any more: a quarantine in which it still counts has to do without it. */
function goneFrom({ quarantine }: ContactFacts): Place {
  const counts = quarantine !== undefined && quarantine.state.stage !== 'ended';
  return { stage: counts ? 'leaving' : 'closed' };
}

async function convertedPlace(uses: Uses, { quarantine }: ContactFacts, caseId: string): Promise<Place> {
  const { state } = (await uses.cases.load(caseId)).aggregate;
  const { stage } = state;
  const place = { ownCaseId: caseId } as const;
  if (isNoCase(state)) return { stage: 'reverting', ...place };
  if (stage === 'suspected') return { stage: 'suspected', ...place };
  if (quarantine === undefined || quarantine.state.stage === 'ended') return { stage: 'closed', ...place };
  const isIsolated = (await uses.lookups.isolationOfCase(caseId)) !== undefined;
  const isClosed = CLOSED_STAGES.includes(stage);
  return { stage: isIsolated || isClosed ? 'handing-over' : 'suspected', ...place };
}

/** An open episode of the exposed person. Once the follow-up is over, only one that names this contact. */
async function ownEpisode(uses: Uses, { id, state, source }: ContactFacts): Promise<string | undefined> {
  const isFollowed = (['named', 'graded', 'follow-up'] as ContactState['stage'][]).includes(state.stage);
  const episodes = await uses.lookups.episodesOf(state.exposedPersonId, source.disease);
  return episodes.find(
    ({ caseId, stage, contactId }) =>
      caseId !== state.sourceCaseId &&
      !CLOSED_STAGES.includes(stage) &&
      (contactId === id || (isFollowed && state.grade !== 'none')),
  )?.caseId;
}

const testedPositive = ({ history }: ContactFacts): boolean =>
  history.tests?.some(({ result }) => result === 'positive') === true;
