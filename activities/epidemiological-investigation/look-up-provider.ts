import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { EvidenceSource } from '../../domain/epidemiological-investigation/route/evidence.ts';
import type { EffectName } from '../effects-catalogue.ts';
import type { CardRecord, EntryRecord, LookUpProvider } from '../ports/look-up-providers.ts';
import type { Uses } from '../uses.ts';

/** A record as far as it tells a visit. Times RFC 3339. */
export type SightedPlace = Readonly<{ place: string; district: string; from: string; to: string }>;

export type Keeper = Readonly<{
  system: 'entry-log' | 'card-history';
  source: EvidenceSource;
  request: EffectName;
  destruction: EffectName;
  provider: Omit<LookUpProvider<unknown>, 'fetchRecords'>;
  sightings: (resultReference: string) => Promise<readonly SightedPlace[]>;
}>;

/** Who keeps the records of a kind, and what they tell. A card approval is a stay of one moment. */
export const keeperOf = (
  { entryLog, cardHistory }: Pick<Uses, 'entryLog' | 'cardHistory'>,
  kind: LookUpKind,
): Keeper => {
  if (kind === 'entryLog') {
    return {
      system: 'entry-log',
      source: 'entryLog',
      request: 'entry-log-request',
      destruction: 'entry-log-destruction',
      provider: entryLog,
      sightings: async (resultReference) => (await entryLog.fetchRecords(resultReference)).map(ofEntry),
    };
  }
  return {
    system: 'card-history',
    source: 'card',
    request: 'card-history-request',
    destruction: 'card-history-destruction',
    provider: cardHistory,
    sightings: async (resultReference) => (await cardHistory.fetchRecords(resultReference)).map(ofCard),
  };
};

const ofEntry = ({ place, district, from, to }: EntryRecord): SightedPlace => ({ place, district, from, to });
const ofCard = ({ merchant, district, approvedAt }: CardRecord): SightedPlace => ({
  place: merchant,
  district,
  from: approvedAt,
  to: approvedAt,
});
