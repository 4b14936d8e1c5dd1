import type { InformationRequestState } from '../domain/epidemiological-investigation/information-request/information-request.state.ts';
import { isNoCase, type CaseState } from '../domain/patient-management/case/case.state.ts';
import { RuleBroken } from '../domain/shared-kernel/domain-error.ts';
import { visitStands, type VenueUses } from './venue-visit.ts';

/** Why there is no ground for a look-up any more, as the reason for which it ends. */
export async function groundLost(
  uses: VenueUses,
  state: Pick<InformationRequestState, 'caseId' | 'venue'>,
): Promise<'case-is-none' | 'visit-not-established' | undefined> {
  if (isNoCase((await uses.cases.load(state.caseId)).aggregate.state)) return 'case-is-none';
  return (await visitStands(uses, state)) ? undefined : 'visit-not-established';
}

/** Nobody's records are asked for or read for what is no case. @throws RuleBroken `information-request/case-is-none` */
export function needsCase(state: CaseState): void {
  if (isNoCase(state)) throw new RuleBroken('information-request/case-is-none');
}

/** Nor are those of who may be another person. @throws RuleBroken `information-request/identity-in-doubt`, or as above */
export function needsThatCase(state: CaseState): void {
  needsCase(state);
  if (state.identityInDoubt !== undefined) throw new RuleBroken('information-request/identity-in-doubt');
}

/** @throws RuleBroken nobody may approve what there is no ground for any more, nor what may be about another person */
export async function needsItsGround(uses: VenueUses, state: InformationRequestState): Promise<void> {
  if (state.stage !== 'requested') return;
  needsThatCase((await uses.cases.load(state.caseId)).aggregate.state);
  if (!(await visitStands(uses, state))) throw new RuleBroken('information-request/visit-not-established');
}
