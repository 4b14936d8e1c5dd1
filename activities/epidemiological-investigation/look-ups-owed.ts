import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { ruleForCase } from '../case-rules.ts';
import type { Uses } from '../uses.ts';

const KINDS: readonly LookUpKind[] = ['entryLog', 'cardHistory'];

/** The kinds of look-up of the case that the protocol in force has, with all its limits, and that nobody has asked for yet. */
export async function lookUpsOwed(uses: Uses, caseId: string, at: string): Promise<readonly LookUpKind[]> {
  const { state } = (await uses.cases.load(caseId)).aggregate;
  const stated = (await ruleForCase(uses, 'lookUps', state, at))?.rule.lookUps ?? [];
  const ids = await uses.lookups.lookUpsOfCase(caseId);
  const asked = (
    await Promise.all(ids.map(async (id) => (await uses.informationRequests.load(id)).aggregate.state))
  ).flatMap(({ kind, venue }) => (venue === undefined ? [kind] : []));
  return KINDS.filter((kind) => {
    const rule = stated.find((one) => one.kind === kind);
    const limited = rule?.destroyAfterDays !== undefined && rule.notifyPersonWithinDays !== undefined;
    return limited && !asked.includes(kind);
  });
}
