import { v7 as uuidv7 } from 'uuid';
import type { RequestExport } from '../../domain/exchange/export/export.commands.ts';
import { ExportScope } from '../../domain/exchange/export/export-scope.ts';
import { Export } from '../../domain/exchange/export/export.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { exportId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';

const at = (): Instant => Instant.ofEpochMilliseconds(Date.now());
type Asked = Readonly<{ by?: string; district?: string; at?: Instant | undefined }>;
export const asking = ({ by = 'kim', district = '11110', at: when = at() }: Asked = {}): RequestExport => ({
  type: 'RequestExport',
  scope: ExportScope.of({
    list: 'cases',
    format: 'csv',
    columns: ['caseId', 'name', 'phone'],
    filters: { stage: ['confirmed'] },
    district: District.of(district),
  }),
  purpose: 'investigation',
  by,
  at: when,
});

export function anExport(asked: Asked = {}): Export {
  const one = Export.unasked(exportId(uuidv7()));
  one.execute(asking(asked));
  return one;
}

/** For its repository. */
export const AN_EXPORT = {
  make: ({ at: when }: Readonly<{ at?: Instant }> = {}) => anExport({ at: when }),
  change: (one: Export) => one.execute({ type: 'ApproveExport', by: 'lee', at: at() }),
} as const;
