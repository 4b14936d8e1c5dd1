import type { ColumnMap } from '../../domain/bulk-work/column-map/column-map.ts';
import type { CommandIdentity, Receipt } from './repository.ts';

/** `within`: beginnings of the districts whose maps the asker may change. */
export type MapToSave = Readonly<{ id: string; name: string; district: string; map: ColumnMap; by: string }>;
export type MapToReplace = MapToSave & MapToRemove;
export type MapToRemove = Readonly<{ id: string; within: readonly string[]; expectedVersion: number }>;

/** Settings of an office, under a name: no aggregate, but each command takes effect once. */
export interface ImportMaps {
  /** @throws CommandHandledBefore, RuleBroken `import-map/name-taken` */
  add(map: MapToSave, identity: CommandIdentity): Promise<Receipt>;
  /** @throws CommandHandledBefore, RuleBroken `import-map/name-taken`, ChangedSinceRead, NotFound */
  replace(map: MapToReplace, identity: CommandIdentity): Promise<Receipt>;
  /** @throws CommandHandledBefore, ChangedSinceRead, NotFound */
  remove(map: MapToRemove, identity: CommandIdentity): Promise<Receipt>;
}
