import { z } from 'zod';
import type { ExportPurpose, ExportRefusalReason } from '../../domain/exchange/export/export.commands.ts';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { district, moment, staff, trueOrFalse } from './basics.ts';
import { momentsInOrder } from './filters.ts';
import {
  CASE_EXPORT_COLUMNS,
  caseFiltersThere,
  CONTACT_EXPORT_COLUMNS,
  contactFiltersThere,
} from './exports.ts';

const format = z.enum(['csv', 'xlsx', 'fhir']);
const purpose = z.enum([
  'treatment',
  'follow-up',
  'investigation',
  'isolation',
  'supplies',
  'payment',
  'legal-request',
] as const satisfies readonly ExportPurpose[]);
const columns = <Name extends string>(names: readonly Name[]) =>
  z
    .array(z.enum(names as [Name, ...Name[]]))
    .min(1)
    .max(60);
const about = { format, district, purpose };

/** POST /exports. `filters` are those of the line list, whose district is the one that stands beside them. */
export const exportBody = z.discriminatedUnion('list', [
  z.strictObject({
    list: z.literal('cases'),
    ...about,
    columns: columns(CASE_EXPORT_COLUMNS),
    filters: caseFiltersThere,
  }),
  z.strictObject({
    list: z.literal('contacts'),
    ...about,
    columns: columns(CONTACT_EXPORT_COLUMNS),
    filters: contactFiltersThere,
  }),
]);

export const exportRefusalBody = z.strictObject({
  reason: z.enum([
    'not-justified',
    'too-much',
    'another-way',
    'not-stated',
  ] as const satisfies readonly ExportRefusalReason[]),
});

const stage = z.enum(['requested', 'approved', 'refused', 'used-up', 'expired']);
/** GET /exports */
export const exportListQuery = z.strictObject({
  stage: stage.optional(),
  requestedBy: staff.optional(),
  ...pageQuery,
});

const at = shownMoment.nullable();
const shown = {
  exportId: z.uuid(),
  version: z.int().min(1),
  stage,
  list: z.enum(['cases', 'contacts']),
  format,
  columns: z.array(z.string()),
  filters: z.record(z.string(), z.array(z.string())),
  district: z.string(),
  purpose: z.string(),
  requestedAt: shownMoment,
  requestedBy: z.string(),
  decideBy: shownMoment,
  decidedAt: at,
  decidedBy: z.string().nullable(),
  refusedBecause: z.string().nullable(),
  takeBy: at,
  timesTaken: z.int().min(0),
};
export const exportListed = z.strictObject(shown).meta({ id: 'ExportListed' });
export const exportShown = z
  .strictObject({
    ...shown,
    /** Each time that the file was taken: `under-way` stays where the server was killed meanwhile. */
    taken: z.array(
      z.strictObject({
        at: shownMoment,
        outcome: z.enum(['under-way', 'complete', 'broken']),
        rows: z.int().min(0).nullable(),
        endedAt: at,
      }),
    ),
  })
  .meta({ id: 'Export' });

/** GET /exports/files */
export const exportedFilesQuery = momentsInOrder(
  z.strictObject({
    takenBy: staff.optional(),
    list: z.enum(['cases', 'contacts']).optional(),
    format: format.optional(),
    identifying: trueOrFalse.optional(),
    from: moment.optional(),
    to: moment.optional(),
    ...pageQuery,
  }),
);
export const exportedFileListed = z
  .strictObject({
    fileId: z.uuid(),
    /** The request that was approved; null for one that was taken at once. */
    exportId: z.uuid().nullable(),
    takenBy: z.string(),
    takenAt: shownMoment,
    list: shown.list,
    format,
    columns: z.array(z.string()),
    /** Their names, never what was asked for. */
    filters: z.array(z.string()),
    /** It says who people are. */
    identifying: z.boolean(),
    /** Districts, provinces (two digits) or the whole country (empty); null where that was not kept yet. */
    districts: z.array(z.string()).nullable(),
    /** `under-way` stays where the server was killed meanwhile. */
    outcome: z.enum(['under-way', 'complete', 'broken']),
    rows: z.int().min(0).nullable(),
    endedAt: at,
  })
  .meta({ id: 'ExportedFile' });
