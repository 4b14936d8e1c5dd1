import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { infectiousWindow, spelt } from '../../domain/protocol/evaluation/contact-grade.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { ruleForCase, type RuleSource } from '../case-rules.ts';

/** The days of a case on which others may have caught it, by the protocol in force, as far as they are known. */
export async function daysThatCount(
  uses: RuleSource,
  aCase: CaseState,
  at: string,
): Promise<Readonly<{ from: string | null; until: string | null }>> {
  const rule = (await ruleForCase(uses, 'contactDefinition', aCase, at))?.rule;
  const window =
    rule === undefined
      ? null
      : infectiousWindow(rule, historyOfCase(aCase), Instant.of(at).epochMilliseconds);
  return window === null ? { from: null, until: null } : spelt(window);
}
