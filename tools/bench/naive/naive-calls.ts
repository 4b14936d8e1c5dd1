import type { EffectName } from '../../../activities/effects-catalogue.ts';
import type { Uses } from '../../../activities/index.ts';
import { ownerOfSupplies, suppliesOf } from '../../../activities/isolation-management/supplies-step.ts';
import type { EffectOwner, EffectSystem } from '../../../activities/ports/effect-log.ts';
import { valuesWith } from '../../../domain/patient-management/person/personal-values.ts';

/** One call to a partner. `id`: of the isolation or the supplies that it is about, or of the case itself. */
export type Call = Readonly<{ of: keyof ReturnType<typeof naiveCalls>; caseId: string; id: string }>;
type Planned = Readonly<{
  name: EffectName;
  system: EffectSystem;
  key: string;
  owner: EffectOwner;
  call: () => Promise<string>;
}>;

const ATTEMPT = 1;

/** The calls of one case: the same keys, owners and partners as in our own shape. */
export const naiveCalls = (uses: Uses) => {
  const personOf = async (caseId: string) => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const personal = valuesWith((await uses.people.load(state.personId)).aggregate.personal, [
      'name',
      'birthDate',
      'phone',
    ]);
    if (personal === undefined) throw new Error('the load makes people with every value');
    return { state, personal };
  };
  const text =
    (name: EffectName, kind: 'case' | 'isolation' | 'supplies', keyOf: (call: Call) => string) =>
    async (call: Call): Promise<Planned> => {
      const { caseId, id } = call;
      const { personal } = await personOf(caseId);
      const key = keyOf(call);
      const message = { key, to: personal.phone, text: '[보건소] 안내' };
      const owner = { kind, id, caseId };
      return {
        name,
        system: 'sms',
        key,
        owner,
        call: async () => (await uses.texts.send(message)).providerMessageId,
      };
    };
  return {
    isolationNotice: text('isolation-notice', 'isolation', ({ caseId }) => `case:${caseId}:isolation-notice`),
    releaseNotice: text('release-notice', 'isolation', ({ caseId }) => `case:${caseId}:release-notice`),
    essentialsQuestion: text(
      'essentials-question',
      'supplies',
      ({ id }) => `supplies:${id}:essentials-question`,
    ),
    symptomQuestion: text('symptom-question', 'case', ({ caseId }) => `case:${caseId}:symptom-question:1-1`),
    registration: async ({ caseId }: Call): Promise<Planned> => {
      const { state, personal: person } = await personOf(caseId);
      const key = `case:${caseId}:registration`;
      const about = { key, caseId, confirmedAt: state.openedAt, districtCode: state.district, person };
      const owner = { kind: 'case', id: caseId, caseId };
      const call = async () => (await uses.registry.register(about)).registryNumber;
      return { name: 'registration', system: 'registry', key, owner, call };
    },
    payment: async ({ id }: Call): Promise<Planned> => {
      const { state } = await suppliesOf(uses, id);
      const key = `supplies:${id}:payment:${ATTEMPT}`;
      const order = { key, suppliesId: id, attempt: ATTEMPT, won: state.attempts.at(-1)?.totalWon ?? 0 };
      const call = async () => (await uses.payments.pay(order)).paymentReference;
      return { name: 'supplies-payment', system: 'payment', key, owner: ownerOfSupplies(id, state), call };
    },
    parcel: async ({ id, caseId }: Call): Promise<Planned> => {
      const { state } = await suppliesOf(uses, id);
      const { name, phone, addressLines = [] } = (await personOf(caseId)).personal;
      const items = (state.attempts.at(-1)?.items ?? []).map(({ code, quantity }) => ({ code, quantity }));
      const key = `supplies:${id}:parcel:${ATTEMPT}`;
      const order = { key, suppliesId: id, attempt: ATTEMPT, items, to: { name, phone, addressLines } };
      const call = async () => (await uses.deliveries.ship(order)).orderReference;
      return { name: 'supplies-parcel', system: 'delivery', key, owner: ownerOfSupplies(id, state), call };
    },
  };
};
