import type { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { ruleInForce, type RuleInForce } from '../../domain/protocol/protocol-version.ts';
import { NoProtocolInForce } from '../case-rules.ts';
import type { Uses } from '../uses.ts';

/** The day of the isolation notice in Seoul, if there was one: it decides who is entitled, and to how much. */
export const dayOfNotice = ({ notifiedAt }: IsolationState): LocalDate | undefined =>
  notifiedAt === undefined ? undefined : Instant.of(notifiedAt).dateInSeoul();

/** The case whose disease an isolation is about: its own, or that of whom a quarantined contact met. */
export async function diseaseOf(
  { cases, contacts }: Pick<Uses, 'cases' | 'contacts'>,
  { caseId, contactId }: Isolation['state'],
): Promise<string> {
  const source =
    caseId ?? (contactId === undefined ? '' : (await contacts.load(contactId)).aggregate.state.sourceCaseId);
  return (await cases.load(source)).aggregate.state.disease;
}

export type SupportRuleOfDay = Readonly<{
  version: string;
  /** Nothing: the protocol gives no living support. */
  rule: RuleInForce<'livingSupport'>['rule'] | undefined;
  from: string;
  until: string | undefined;
  /** The day by which amounts are read. In an exercise that is the day whose rules decide. */
  day: string;
}>;

/** The rule in force on the day of the isolation notice. @throws NoProtocolInForce */
export async function supportRuleOf(
  { protocols, jurisdiction, protocolAsOf }: Pick<Uses, 'protocols' | 'jurisdiction' | 'protocolAsOf'>,
  disease: string,
  notice: string,
): Promise<SupportRuleOfDay> {
  const day = protocolAsOf ?? notice;
  const versions = await protocols.versions(disease, jurisdiction);
  const found = ruleInForce(versions, 'livingSupport', { startedOn: day }, day);
  const governing = ruleInForce(versions, 'caseRelease', { startedOn: day }, day);
  const id = found?.version ?? governing?.version;
  const version = versions.find((one) => one.id === id);
  if (version === undefined) throw new NoProtocolInForce(disease, 'livingSupport');
  return {
    version: version.id,
    rule: found?.rule,
    from: version.effectiveFrom,
    until: protocolAsOf === undefined ? version.effectiveUntil : undefined,
    day,
  };
}
