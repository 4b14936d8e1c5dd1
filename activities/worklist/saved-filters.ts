import { once } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { FilterToRemove, FilterToSave, SavedFilters } from '../ports/saved-filters.ts';
import type { Request } from '../uses.ts';

type FilterUses = Readonly<{ savedFilters: SavedFilters; newId: () => string }>;
export type SaveFilterInput = Request & Omit<FilterToSave, 'id' | 'owner'>;
export type RemoveFilterInput = Request & Pick<FilterToRemove, 'id' | 'expectedVersion'>;

export const saveFilter =
  ({ savedFilters, newId }: FilterUses) =>
  ({ name, path, query, team, offices, ...ask }: SaveFilterInput): Promise<Receipt> =>
    once(ask, () => savedFilters.add({ id: newId(), owner: ask.by, name, path, query, team, offices }, ask));

export const removeFilter =
  ({ savedFilters }: FilterUses) =>
  ({ id, expectedVersion, ...ask }: RemoveFilterInput): Promise<Receipt> =>
    once(ask, () => savedFilters.remove({ id, owner: ask.by, expectedVersion }, ask));
