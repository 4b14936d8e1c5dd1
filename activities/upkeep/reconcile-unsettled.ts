import { ExternalSystemRefused, ExternalSystemUnavailable } from '../ports/external-system.ts';
import type { EffectOwner, EffectSystem } from '../ports/effect-log.ts';
import type { UnsettledEffect } from '../ports/unsettled-effects.ts';
import type { Uses } from '../uses.ts';
import { taskForOwner } from '../task-for-owner.ts';
import { PER_ROUND, type UpkeepUses } from '../upkeep-uses.ts';

/** Closes the registration of a withdrawn case. Answers whether a person was told. */
type CloseRegistration = (of: Readonly<{ caseId: string }>) => Promise<Readonly<{ told: boolean }>>;
type Find = (key: string) => Promise<string | undefined>;

/** How each partner is asked whether it knows a key. Answers its reference. */
const finders = (uses: Uses): Readonly<Record<EffectSystem, Find>> => ({
  'pcr-laboratory': async (key) => (await uses.laboratory.findOrderByKey(key))?.laboratoryOrderId,
  sms: async (key) => (await uses.texts.findByKey(key))?.providerMessageId,
  registry: async (key) => (await uses.registry.findByKey(key))?.registryNumber,
  payment: async (key) => {
    const found = await uses.payments.findPaymentByKey(key);
    return found !== undefined && 'paymentReference' in found ? found.paymentReference : undefined;
  },
  delivery: async (key) => (await uses.deliveries.findParcelByKey(key))?.orderReference,
  'entry-log': async (key) => (await uses.entryLog.findRequestByKey(key))?.providerReference,
  'card-history': async (key) => (await uses.cardHistory.findRequestByKey(key))?.providerReference,
  'living-support': async (key) =>
    (await uses.livingSupportPayments.findTransferByKey(key))?.reference ??
    (await uses.livingSupportPayments.findRecallByKey(key))?.reference,
  survey: async (key) => (await uses.surveyForms.findFormByKey(key))?.formReference,
});

/** The registration of a case whose diagnosis was withdrawn before its result was known: nobody tries it again. */
const isOfWithdrawnCase = async (
  { cases }: Uses,
  { name, owner }: Pick<UnsettledEffect, 'name' | 'owner'>,
): Promise<boolean> =>
  name === 'registration' && (await cases.load(owner.id)).aggregate.state.stage === 'withdrawn';

/**
 * Effects whose call was begun and whose result nobody knows: the partner is asked by key. What it knows is settled;
 * what it does not know its process tries again; what stands so for an hour is for a person. A registration that is owed
 * no more is closed; one that the registry has after all is for a person, to be taken back there.
 */
export const reconcileUnsettled =
  (uses: UpkeepUses, closeRegistration: CloseRegistration) =>
  async (_step: Readonly<{ at: string }>): Promise<Readonly<{ settled: number; told: number }>> => {
    const find = finders(uses);
    let [settled, told] = [0, 0];
    const tell = async (owner: EffectOwner, commandId: string, reason: string): Promise<void> => {
      await taskForOwner(uses)({ owner, kind: 'effect-unsettled', commandId, reason });
      told += 1;
    };
    for (const unsettled of await uses.unsettledEffects.withoutResult(PER_ROUND)) {
      const { key, system, owner, isOld } = unsettled;
      uses.heart.beat();
      if (await isOfWithdrawnCase(uses, unsettled)) {
        const closed = await closeRegistration({ caseId: owner.id }).catch(unlessPartner);
        if (closed !== undefined) settled += 1;
        else if (isOld) await tell(owner, `${key}:unsettled`, system);
        if (closed?.told === true) told += 1;
        continue;
      }
      const reference = await find[system](key).catch(unlessPartner);
      if (reference !== undefined) {
        await uses.effects.settle(key, reference);
        settled += 1;
      } else if (isOld) {
        await tell(owner, `${key}:unsettled`, system);
      }
    }
    return { settled, told };
  };

/** It refuses, or is down: the next round asks again, and what is old is told. */
const unlessPartner = (error: unknown): undefined => {
  if (!(error instanceof ExternalSystemRefused) && !(error instanceof ExternalSystemUnavailable)) throw error;
  return undefined;
};
