import type { KeyObject } from 'node:crypto';
import type { Person, PersonalValues } from '../../../domain/patient-management/person/person.ts';
import type { Sealed } from '../../ports/personal-values.ts';
import { blindIndex, PgPersonalVault, secretKey, type MasterKey } from './personal-vault.pg.ts';

/** `masterKeys`: one, or two while keys are changed. `indexKey`: 32 bytes as base64, for looking people up by telephone. */
export type PersonalKeys = Readonly<{ masterKeys: readonly MasterKey[]; indexKey: string }>;

/** How a person's values lie in their row: sealed, and found by a keyed hash of the telephone. Erased: nothing is left. */
export type SealedColumns = Readonly<{ sealed: Sealed | null; phoneIndex: string | null }>;

export type PersonSeals = Readonly<{
  columns: (person: Person) => SealedColumns;
  /** @throws SealRefused */
  open: (personId: string, sealed: Sealed | null) => PersonalValues | undefined;
  phoneIndex: (e164: string) => string;
  seal: (personId: string, values: PersonalValues) => SealedColumns;
}>;

export function personSeals({ masterKeys, indexKey }: PersonalKeys): PersonSeals {
  const vault = new PgPersonalVault(masterKeys);
  const key: KeyObject = secretKey(indexKey);
  const phoneIndex = (e164: string): string => blindIndex(key, e164);
  const seal = (personId: string, values: PersonalValues): SealedColumns => ({
    sealed: vault.sealNow(personId, values),
    phoneIndex: phoneIndex(values.phone),
  });
  return {
    seal,
    phoneIndex,
    columns: (person) => {
      const values = person.personalOrNothing;
      return values === undefined ? { sealed: null, phoneIndex: null } : seal(person.id, values);
    },
    open: (personId, sealed) => (sealed === null ? undefined : vault.openNow(personId, sealed)),
  };
}
