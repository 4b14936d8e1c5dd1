import type { LookUpKind } from '../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { RuleBroken } from '../domain/shared-kernel/domain-error.ts';
import { ruleForCase } from './case-rules.ts';
import type { Uses } from './uses.ts';

/** What the protocol in force says about a look-up; limits in calendar days. */
export type LookUpLimits = Readonly<{
  protocolVersion: string;
  legalBasis: string;
  /** Roles that may approve; none: any office that approves. */
  approvers: readonly string[];
  rawRecordsKeptAtMostDays: number;
  personNotifiedWithinDays: number;
}>;
export type LookUpLimitsOf = (caseId: string, kind: LookUpKind) => Promise<LookUpLimits>;

/** @throws RuleBroken `protocol/rule-absent` where the protocol states no number: nobody looks anything up without one */
export const lookUpLimits =
  (uses: Pick<Uses, 'cases' | 'clock' | 'protocols' | 'jurisdiction' | 'protocolAsOf'>): LookUpLimitsOf =>
  async (caseId, kind) => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const found = await ruleForCase(uses, 'lookUps', state, await uses.clock.now());
    const stated = found?.rule.lookUps.find((one) => one.kind === kind);
    if (
      found === undefined ||
      stated?.destroyAfterDays === undefined ||
      stated.notifyPersonWithinDays === undefined
    ) {
      throw new RuleBroken('protocol/rule-absent', { rule: 'lookUps', kind });
    }
    return {
      protocolVersion: found.version,
      legalBasis: stated.legalBasis,
      approvers: stated.approvalBy,
      rawRecordsKeptAtMostDays: stated.destroyAfterDays,
      personNotifiedWithinDays: stated.notifyPersonWithinDays,
    };
  };
