import type { Sealed } from '../../ports/personal-values.ts';
import { PgPersonalVault, type MasterKey } from './personal-vault.pg.ts';

/** Seals a text for the row that it lies in; copied to another row it does not open. */
export type TextSeal = Readonly<{
  seal: (rowId: string, text: string) => Sealed;
  /** @throws SealRefused */
  open: (rowId: string, sealed: Sealed) => string;
}>;

/** Texts that may hold personal values, under the same master keys as a person's own. */
export function textSeal(masterKeys: readonly MasterKey[]): TextSeal {
  const vault = new PgPersonalVault(masterKeys);
  return {
    seal: (rowId, text) => vault.sealNow(rowId, text),
    open: (rowId, sealed) => vault.openNow<string>(rowId, sealed),
  };
}
