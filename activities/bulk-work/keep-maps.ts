import { District } from '../../domain/shared-kernel/district.ts';
import { once } from '../change.ts';
import type { ImportMaps, MapToRemove, MapToReplace, MapToSave } from '../ports/import-maps.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

type MapUses = Readonly<{ importMaps: ImportMaps; newId: () => string }>;

/** A column map is kept for an office, to be used with the next list of that kind. */
export const saveMap =
  ({ importMaps, newId }: MapUses) =>
  ({ name, district, map, ...ask }: Request & Omit<MapToSave, 'id' | 'by'>): Promise<Receipt> =>
    once(ask, () =>
      importMaps.add({ id: newId(), name, district: District.of(district).code, map, by: ask.by }, ask),
    );

export const replaceMap =
  ({ importMaps }: MapUses) =>
  ({ id, name, district, map, within, ...ask }: Request & MapToReplace): Promise<Receipt> =>
    once(ask, () =>
      importMaps.replace(
        {
          id,
          name,
          district: District.of(district).code,
          map,
          within,
          by: ask.by,
          expectedVersion: ask.expectedVersion,
        },
        ask,
      ),
    );

export const removeMap =
  ({ importMaps }: MapUses) =>
  ({ id, within, ...ask }: Request & MapToRemove): Promise<Receipt> =>
    once(ask, () => importMaps.remove({ id, within, expectedVersion: ask.expectedVersion }, ask));
