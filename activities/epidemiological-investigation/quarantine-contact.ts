import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { OrderQuarantineInput } from '../isolation-management/order-quarantine.ts';
import { ownIllnessOf } from '../own-illness.ts';
import type { Receipt } from '../ports/repository.ts';
import type { SubjectMoment, SubjectStep, Uses } from '../uses.ts';
import { contactFacts, lastContactIn } from './contact-facts.ts';
import { byContactProcess } from './contact-step.ts';
import { planOf } from './follow-up-plan.ts';
import { quarantineEndOf } from './quarantine-end.ts';

/**
 * Whenever a close contact is identified: quarantine, one for the person, with this exposure; its end is the latest of
 * all their contacts'. Every plan takes effect on its dates once: what staff extend or shorten afterwards stands.
 */
export const quarantineContact =
  (uses: Uses, orderQuarantine: (order: OrderQuarantineInput) => Promise<Receipt>) =>
  async (step: SubjectMoment): Promise<void> => {
    const facts = await contactFacts(uses, step);
    const { id, state, exposures, quarantineRule, quarantine } = facts;
    const plan = planOf(facts);
    if ('missing' in plan || plan.kind !== 'quarantine' || quarantineRule === undefined) return;
    const dateOfLastExposure = lastContactIn(exposures).toString();
    const isOrdered =
      quarantine !== undefined &&
      quarantine.state.stage !== 'ended' &&
      quarantine.state.exposures.some(
        (one) => one.contactId === id && one.dateOfLastExposure === dateOfLastExposure,
      );
    if (!isOrdered) {
      await orderQuarantine({
        commandId: `contact:${id}:quarantine:${state.followUps ?? 0}:${dateOfLastExposure}`,
        by: byContactProcess(step).by,
        at: step.at,
        personId: state.exposedPersonId,
        contactId: id,
        district: state.district,
        dateOfLastExposure,
        protocol: plan.protocol,
        binding: quarantineRule.rule.binding,
        ...(plan.endsAt === undefined ? {} : { endsAt: plan.endsAt.toString() }),
      });
    }
    await moveDates(uses, { ...step, commandId: `contact:${id}:quarantine-dates:${state.plans ?? 0}` });
    if (plan.endsAt?.isAfter(facts.at) === false) await endByCriteria(uses, step);
  };

/** A quarantine without a day of its end is over when it is over for every contact of the person. */
async function endByCriteria(uses: Uses, step: SubjectMoment): Promise<void> {
  const running = await uses.lookups.quarantineOfContact(step.id);
  if (running === undefined) return;
  const by = byContactProcess(step);
  await change(uses.isolations, running, {}, async (isolation) => {
    if (isolation.state.stage === 'ended' || isolation.state.endsAt !== undefined) return;
    const end = await quarantineEndOf(uses)(isolation.state, step.at);
    if (typeof end === 'string' || end.endsAt.isAfter(by.at)) return;
    const ownIllness = await ownIllnessOf(uses, isolation.state);
    const over = { because: 'released', overSince: end.endsAt } as const;
    isolation.execute({ type: 'EndIsolation', ...over, ownIllness, ...by });
  });
}

/** A contact that counts no more: the quarantine goes on for the others that do, or ends. */
export const leaveQuarantine =
  (uses: Uses) =>
  (step: SubjectStep): Promise<void> =>
    moveDates(uses, step);

/** The person has become a case that is isolated, or has died: the quarantine goes over into that. No second order runs. */
export const handOverQuarantine =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { state } = (await uses.contacts.load(step.id)).aggregate;
    const running = await uses.lookups.quarantineOfPerson(state.exposedPersonId);
    if (running === undefined || state.caseId === undefined) return;
    const { stage } = (await uses.cases.load(state.caseId)).aggregate.state;
    await change(uses.isolations, running, {}, (isolation) =>
      isolation.execute({
        type: 'EndIsolation',
        because: stage === 'deceased' ? 'deceased' : 'became-case',
        ...byContactProcess(step),
      }),
    );
  };

async function moveDates(uses: Uses, step: SubjectStep): Promise<void> {
  const running = await uses.lookups.quarantineOfContact(step.id);
  if (running === undefined) return;
  const by = byContactProcess(step);
  const once = { commandId: step.commandId, fingerprint: step.commandId };
  await change(uses.isolations, running, once, async (isolation) => {
    if (isolation.state.stage === 'ended') return;
    // Worked out for what is stored: an exposure that comes meanwhile makes this be tried again.
    const end = await quarantineEndOf(uses)(isolation.state, step.at);
    if (end === 'none') {
      isolation.execute({ type: 'EndIsolation', because: 'withdrawn', ...by });
      return;
    }
    if (end === 'undecided' || isolation.state.endsAt === undefined) return;
    const { endsAt, protocol } = end;
    isolation.execute({
      type: 'RescheduleIsolation',
      endsAt,
      protocol: protocolVersion(protocol),
      reason: reasonFor(isolation.state, protocol, endsAt),
      ...by,
    });
  });
}

function reasonFor({ protocol: before, endsAt }: IsolationState, protocol: string, end: Instant) {
  if (before !== protocol) return 'protocol-changed';
  return endsAt !== undefined && end.isAfter(Instant.of(endsAt)) ? 'new-exposure' : 'test-result';
}
