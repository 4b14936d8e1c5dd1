import type { EffectSystem } from '../../activities/ports/effect-log.ts';
import { ExternalSystemRefused } from '../../activities/ports/external-system.ts';
import type {
  EntryLog,
  LookUpOrder,
  LookUpProvider,
  LookUpStanding,
  VenueOrder,
  VisitorRecord,
} from '../../activities/ports/look-up-providers.ts';
import type { Meet } from './trouble.ts';

/** A keeper of records: what it answers with is put there by the test. */
export function lookUpProviderInMemory<RawRecord>(system: EffectSystem, meet: Meet) {
  const orders = new Map<string, LookUpOrder | VenueOrder>();
  const results = new Map<string, readonly (RawRecord | VisitorRecord)[]>();
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
  const take = async (order: LookUpOrder | VenueOrder) => {
    meet(system, () => orders.set(order.key, order));
    return { providerReference: referenceOf(order.key) };
  };
  async function fetch<Found>(resultReference: string): Promise<readonly Found[]> {
    let found: readonly unknown[] | undefined;
    meet(system, () => {
      found = results.get(resultReference);
    });
    if (found === undefined) throw new ExternalSystemRefused(system, 'http-404');
    return found as readonly Found[];
  }
  const provider: LookUpProvider<RawRecord> & Pick<EntryLog, 'requestVisitors' | 'fetchVisitors'> = {
    request: take,
    requestVisitors: take,
    findRequestByKey: async (key) => standing(key),
    fetchRecords: (resultReference) => fetch<RawRecord>(resultReference),
    fetchVisitors: (resultReference) => fetch<VisitorRecord>(resultReference),
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
    orders: (): readonly (LookUpOrder | VenueOrder)[] => [...orders.values()],
    /** The provider has found something: answers where it lies. */
    finds: (key: string, records: readonly (RawRecord | VisitorRecord)[]): { resultReference: string } => {
      const resultReference = `${referenceOf(key)}-r`;
      results.set(resultReference, records);
      return { resultReference };
    },
  };
}
