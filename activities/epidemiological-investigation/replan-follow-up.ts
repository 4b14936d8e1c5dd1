import type { RowOutcome } from '../../domain/bulk-work/row-outcome.ts';
import type { Instant } from '../../domain/shared-kernel/instant.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { contactFacts, isNoCase } from './contact-facts.ts';
import { contactStanding } from './contact-standing.ts';
import { planOf } from './follow-up-plan.ts';
import { planFollowUp } from './plan-follow-up.ts';

export type Replanned = Readonly<{
  outcome: RowOutcome;
  endsAt?: string;
  previousEndsAt?: string;
  version?: string;
  stage?: string;
}>;

/**
 * A protocol has come that dates what is open: a contact who is followed up, or about to be, is planned by it. Its
 * process hears of a date that moved, and frees whose period is over.
 */
export const replanFollowUp =
  (uses: Uses) =>
  async (moment: SubjectMoment): Promise<Replanned> => {
    const planNow = async () => (await uses.contacts.load(moment.id)).aggregate.state.plan;
    const before = await planNow();
    const { stage } = await contactStanding(uses)(moment);
    const known = before?.endsAt === undefined ? {} : { endsAt: before.endsAt };
    if (stage === 'watched' || stage === 'period-over') return { outcome: 'same', ...known };
    if (stage !== 'planning') return { outcome: 'nothing-planned', stage };
    const { planned } = await planFollowUp(uses)(moment);
    if (!planned) return { outcome: 'left-to-a-person', ...known };
    const after = await planNow();
    return {
      outcome: 'moved',
      ...(after?.endsAt === undefined ? {} : { endsAt: after.endsAt }),
      ...(before?.endsAt === undefined ? {} : { previousEndsAt: before.endsAt }),
      ...(after === undefined ? {} : { version: after.protocol }),
    };
  };

/** When the quarantine for a contact ends by the protocol in force; why there is no such day, otherwise. */
export type QuarantineEnd = Readonly<{ endsAt: Instant; version: string }> | 'none' | 'left-to-a-person';

export const quarantineEndOf =
  (uses: Uses) =>
  async (moment: SubjectMoment): Promise<QuarantineEnd> => {
    const facts = await contactFacts(uses, moment);
    const { stage, grade, caseId } = facts.state;
    if (grade === undefined) return 'left-to-a-person';
    if (isNoCase(facts.source) || stage === 'dropped' || grade === 'none' || caseId !== undefined)
      return 'none';
    const plan = planOf(facts);
    if ('missing' in plan) return 'left-to-a-person';
    if (plan.kind !== 'quarantine') return 'none';
    return plan.endsAt === undefined ? 'left-to-a-person' : { endsAt: plan.endsAt, version: plan.protocol };
  };
