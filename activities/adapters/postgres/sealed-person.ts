import type { KeyObject } from 'node:crypto';
import type { Person, PersonalValues } from '../../../domain/patient-management/person/person.ts';
import { searchTermsOf, type SearchTerm } from '../../../domain/patient-management/person/search-terms.ts';
import type { Sealed } from '../../ports/personal-values.ts';
import { blindIndex, PgPersonalVault, secretKey, type MasterKey } from './personal-vault.pg.ts';

/** `masterKeys`: one, or two while keys are changed. `indexKey`: 32 bytes as base64, for looking people up by telephone. */
export type PersonalKeys = Readonly<{ masterKeys: readonly MasterKey[]; indexKey: string }>;

/** How a person's values lie in their row: sealed, and found by a keyed hash of the telephone. Erased: nothing is left. */
type SealedValues = Readonly<{ sealed: Sealed | null; phoneIndex: string | null }>;
/** `tokens`: what a search finds them by; none of whom another record stands for. */
export type SealedColumns = SealedValues & Readonly<{ tokens: readonly Buffer[] }>;

export type PersonSeals = Readonly<{
  columns: (person: Person) => SealedColumns;
  /** @throws SealRefused */
  open: (personId: string, sealed: Sealed | null) => PersonalValues | undefined;
  phoneIndex: (e164: string) => string;
  searchToken: (term: SearchTerm) => Buffer;
  searchTokens: (values: PersonalValues) => readonly Buffer[];
  seal: (personId: string, values: PersonalValues) => SealedValues;
}>;

/** Half of a hash: no two terms of a country meet. */
const TOKEN_BYTES = 16;

export function personSeals({ masterKeys, indexKey }: PersonalKeys): PersonSeals {
  const vault = new PgPersonalVault(masterKeys);
  const key: KeyObject = secretKey(indexKey);
  const phoneIndex = (e164: string): string => blindIndex(key, e164);
  const searchToken = (term: SearchTerm): Buffer =>
    Buffer.from(blindIndex(key, `search\n${term}`), 'hex').subarray(0, TOKEN_BYTES);
  const searchTokens = (values: PersonalValues): readonly Buffer[] => searchTermsOf(values).map(searchToken);
  const seal = (personId: string, values: PersonalValues): SealedValues => ({
    sealed: vault.sealNow(personId, values),
    phoneIndex: values.phone === undefined ? null : phoneIndex(values.phone),
  });
  return {
    seal,
    phoneIndex,
    searchToken,
    searchTokens,
    columns: (person) => {
      const values = person.personalOrNothing;
      if (values === undefined) return { sealed: null, phoneIndex: null, tokens: [] };
      const tokens = person.state.stage === 'registered' ? searchTokens(values) : [];
      return { ...seal(person.id, values), tokens };
    },
    open: (personId, sealed) => (sealed === null ? undefined : vault.openNow(personId, sealed)),
  };
}
