import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { wasFreeAt } from '../../domain/patient-management/case/release-criteria.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRules, NoProtocolInForce, type RuleSource } from '../case-rules.ts';

type Span = Readonly<{ orderedAt: string; endedAt: string }>;

/**
 * A process looks a moment after 24:00, or hours later: whom the criteria had freed at the beginning of a day was not
 * isolated on it. By the rules in force on that day and by what was known then; nothing where only the end's own day freed.
 */
export async function freeSince(
  uses: RuleSource,
  state: CaseState,
  { orderedAt, endedAt }: Span,
): Promise<Instant | undefined> {
  if (state.releaseBasis !== 'criteria') return undefined;
  let since: Instant | undefined;
  for (let day = Instant.of(endedAt).dateInSeoul(); ; day = day.plusDays(-1)) {
    const dawn = Instant.onDayInSeoul(day, 0);
    if (!dawn.isAfter(Instant.of(orderedAt)) || !(await wasFree(uses, state, dawn))) return since;
    since = dawn;
  }
}

async function wasFree(uses: RuleSource, state: CaseState, moment: Instant): Promise<boolean> {
  try {
    return wasFreeAt(await caseRules(uses, state, moment.toString()), state, moment);
  } catch (error) {
    if (error instanceof NoProtocolInForce) return false; // the rules that freed came later
    throw error;
  }
}
