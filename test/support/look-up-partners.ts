import type { EffectSystem } from '../../activities/ports/effect-log.ts';
import { ExternalSystemRefused } from '../../activities/ports/external-system.ts';
import type {
  LookUpOrder,
  LookUpProvider,
  LookUpStanding,
} from '../../activities/ports/look-up-providers.ts';
import type { Meet } from './trouble.ts';

/** A keeper of records: what it answers with is put there by the test. */
export function lookUpProviderInMemory<RawRecord>(system: EffectSystem, meet: Meet) {
  const orders = new Map<string, LookUpOrder>();
  const results = new Map<string, readonly RawRecord[]>();
  const certificates = new Map<string, string>();
  const referenceOf = (key: string): string => `${system}-${key.replaceAll(':', '-')}`.slice(0, 60);
  const standing = (key: string): LookUpStanding | undefined => {
    if (!orders.has(key)) return undefined;
    const providerReference = referenceOf(key);
    const certificateId = certificates.get(`${providerReference}-r`);
    if (certificateId !== undefined) return { providerReference, state: 'destroyed', certificateId };
    const records = results.get(`${providerReference}-r`);
    if (records === undefined) return { providerReference, state: 'pending' };
    const resultReference = `${providerReference}-r`;
    return { providerReference, state: 'ready', recordCount: records.length, resultReference };
  };
  const provider: LookUpProvider<RawRecord> = {
    async request(order) {
      meet(system, () => orders.set(order.key, order));
      return { providerReference: referenceOf(order.key) };
    },
    findRequestByKey: async (key) => standing(key),
    async fetchRecords(resultReference) {
      let found: readonly RawRecord[] | undefined;
      meet(system, () => {
        found = results.get(resultReference);
      });
      if (found === undefined) throw new ExternalSystemRefused(system, 'http-404');
      return found;
    },
    async destroyRecords({ resultReference }) {
      const certificateId =
        certificates.get(resultReference) ?? `certificate-${resultReference}`.slice(0, 64);
      meet(system, () => {
        results.delete(resultReference);
        certificates.set(resultReference, certificateId);
      });
      return { certificateId };
    },
  };
  return {
    provider,
    orders: (): readonly LookUpOrder[] => [...orders.values()],
    /** The provider has found something: answers where it lies. */
    finds: (key: string, records: readonly RawRecord[]): { resultReference: string } => {
      const resultReference = `${referenceOf(key)}-r`;
      results.set(resultReference, records);
      return { resultReference };
    },
  };
}
