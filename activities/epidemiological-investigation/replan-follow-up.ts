import type { RowOutcome } from '../../domain/bulk-work/row-outcome.ts';
import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { contactStanding } from './contact-standing.ts';
import { byContactProcess } from './contact-step.ts';
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
    const planning = await planFollowUp(uses)(moment);
    if (!planning.planned) {
      const { protocol, missing } = planning;
      await change(uses.contacts, moment.id, {}, (contact) =>
        contact.execute({ type: 'LeavePlanOpen', protocol, missing, ...byContactProcess(moment) }),
      );
      return { outcome: 'left-to-a-person', ...known };
    }
    const after = await planNow();
    return {
      outcome: 'moved',
      ...(after?.endsAt === undefined ? {} : { endsAt: after.endsAt }),
      ...(before?.endsAt === undefined ? {} : { previousEndsAt: before.endsAt }),
      ...(after === undefined ? {} : { version: after.protocol }),
    };
  };
