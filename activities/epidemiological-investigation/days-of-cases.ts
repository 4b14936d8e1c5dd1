import type { CaseDays } from '../../domain/epidemiological-investigation/infection-network/findings.ts';
import { dateOfSymptomOnset } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { NetworkCase } from '../ports/contact-network.ts';
import type { Uses } from '../uses.ts';
import { daysThatCount } from './days-that-count.ts';

const AT_ONCE = 1_000;

export type CaseInNetwork = CaseDays & Readonly<{ district: string }>;

/** Where cases belong, and the days by which their transmissions are judged, a part of them at a time. */
export async function daysOfCases(
  uses: Uses,
  caseIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, CaseInNetwork>> {
  const days = new Map<string, CaseInNetwork>();
  for (let first = 0; first < caseIds.length; first += AT_ONCE) {
    for (const one of await uses.lookups.networkCases(caseIds.slice(first, first + AT_ONCE)))
      days.set(one.caseId, await daysOf(uses, one, now));
  }
  return days;
}

async function daysOf(uses: Uses, { state }: NetworkCase, now: string): Promise<CaseInNetwork> {
  const { from } = await daysThatCount(uses, state, now);
  const onset = dateOfSymptomOnset(state);
  return {
    district: state.district,
    onset: onset === undefined ? undefined : LocalDate.of(onset),
    confirmedOn: state.confirmedAt === undefined ? undefined : Instant.of(state.confirmedAt).dateInSeoul(),
    infectiousFrom: from === null ? undefined : LocalDate.of(from),
  };
}
