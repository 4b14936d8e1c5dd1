import type { CommandIdentity, Receipt } from './repository.ts';

/** A view's setting: which list, with which parameters. */
export type FilterToSave = Readonly<{
  id: string;
  owner: string;
  name: string;
  path: string;
  query: Readonly<Record<string, string | readonly string[]>>;
  /** Shared with that team of the owner's offices. */
  team?: string | undefined;
  offices: readonly string[];
}>;
export type FilterToRemove = Readonly<{ id: string; owner: string; expectedVersion: number }>;

/** Settings of staff: no aggregate, but each command takes effect once. */
export interface SavedFilters {
  /** @throws CommandHandledBefore, RuleBroken `saved-filter/name-taken`, `saved-filter/too-many` */
  add(filter: FilterToSave, identity: CommandIdentity): Promise<Receipt>;
  /** Only the owner's. @throws CommandHandledBefore, ChangedSinceRead, NotFound */
  remove(filter: FilterToRemove, identity: CommandIdentity): Promise<Receipt>;
}
