import { HouseholdSize } from '../../domain/diagnostic-testing/living-support/household-size.ts';
import { LivingSupport } from '../../domain/diagnostic-testing/living-support/living-support.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, isolationId, livingSupportId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { NoProtocolInForce } from '../case-rules.ts';
import { change, create } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, SubjectMoment, Uses } from '../uses.ts';
import { parsed, present } from './asked.ts';
import { dayOfNotice, diseaseOf, supportRuleOf } from './claim-of-isolation.ts';

type Register = Pick<Uses, 'livingSupports' | 'people' | 'lookups' | 'newId'>;
type ByHand = Register & Pick<Uses, 'isolations' | 'clock'>;
type ByProcess = ByHand & Pick<Uses, 'cases' | 'contacts' | 'protocols' | 'jurisdiction' | 'protocolAsOf'>;

export type ApplyForLivingSupportInput = Request &
  Readonly<{
    isolationId: string;
    householdSize?: number | undefined;
    paidLeave?: boolean | undefined;
  }>;

/**
 * Living support is claimed for one isolation, by hand; the same request again is answered as it was. The household is
 * counted in the register, unless it is told.
 */
export const applyForLivingSupport =
  (uses: ByHand) =>
  async (input: ApplyForLivingSupportInput): Promise<Receipt> => {
    const { state } = (await uses.isolations.load(input.isolationId)).aggregate;
    const standing = await uses.lookups.livingSupportOfIsolation(input.isolationId);
    if (standing !== undefined) {
      return change(uses.livingSupports, standing, input, () => {
        throw new RuleBroken('living-support/already-applied', { livingSupportId: standing });
      });
    }
    const at = Instant.of(await uses.clock.now());
    return create(uses.livingSupports, await claimed(uses, { ...input, at, state }), input);
  };

/**
 * Whenever an isolation is notified: claim living support; for a quarantine where the protocol of that day pays any.
 * What the claim turns on is found out later. Quiet where there is a claim already. Answers whether there was a notice.
 */
export const applyForLivingSupportOf =
  (uses: ByProcess) =>
  async ({ id, at }: SubjectMoment): Promise<boolean> => {
    const { state } = (await uses.isolations.load(id)).aggregate;
    const notice = dayOfNotice(state);
    if (notice === undefined) return false;
    if ((await uses.lookups.livingSupportOfIsolation(id)) !== undefined) return true;
    if (state.kind === 'quarantine' && !(await isPaid(uses, state, notice.toString()))) return true;
    const by = { by: 'process:isolation', at: Instant.of(at) };
    const claim = await claimed(uses, { isolationId: id, ...by, state });
    await create(uses.livingSupports, claim, { commandId: `isolation:${id}:living-support` });
    return true;
  };

async function isPaid(uses: ByProcess, state: IsolationState, notice: string): Promise<boolean> {
  try {
    const { rule, day } = await supportRuleOf(uses, await diseaseOf(uses, state), notice);
    const covers = rule?.periods.some(
      ({ noticeFrom, noticeUntil }) => noticeFrom <= day && day <= (noticeUntil ?? day),
    );
    return covers === true;
  } catch (error) {
    if (error instanceof NoProtocolInForce) return false; // nobody pays for a disease without rules
    throw error;
  }
}

type Claimed = By &
  Pick<ApplyForLivingSupportInput, 'isolationId' | 'householdSize' | 'paidLeave'> &
  Readonly<{ state: IsolationState }>;

async function claimed(
  { people, lookups, newId }: Register,
  { isolationId: isolation, state, householdSize, paidLeave, by, at }: Claimed,
): Promise<LivingSupport> {
  const notice = dayOfNotice(state);
  if (notice === undefined) throw new RuleBroken('living-support/not-notified');
  const { householdId } = (await people.load(state.personId)).aggregate.state;
  const counted = householdId === undefined ? 1 : await lookups.peopleOfHousehold(householdId);
  const claim = LivingSupport.unopened(livingSupportId(newId()));
  claim.execute({
    type: 'ApplyForLivingSupport',
    personId: personId(state.personId),
    isolationId: isolationId(isolation),
    householdSize: HouseholdSize.of(householdSize ?? Math.max(1, counted)),
    dateOfIsolationNotice: notice,
    ...present({ caseId: parsed(state.caseId, caseId), paidLeave }),
    by,
    at,
  });
  return claim;
}
