import type { ListedRoute } from '../../domain/bulk-work/listed-route.ts';
import { isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { RecordRouteInput } from '../epidemiological-investigation/record-route.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { KeptRow } from '../ports/import-rows.ts';
import type { Receipt } from '../ports/repository.ts';
import { BULK, type BulkUses } from './bulk-uses.ts';
import type { ImportAbout } from './enter-row.ts';
import { orRefused } from './in-batches.ts';
import { subjectOf } from './take-row.ts';

export type RecordRoute = (input: RecordRouteInput) => Promise<Receipt>;

/** All visits of one patient at once, and a result for each of their lines. */
export async function takeRoute(
  { importRows, cases, routes, lookups }: BulkUses,
  recordRoute: RecordRoute,
  { runId, about }: Readonly<{ runId: string; about: ImportAbout }>,
  { number, open }: KeptRow<ListedRoute>,
): Promise<readonly RowResult[]> {
  const { patientId, visits } = open();
  const key = importRows.keyOf(about.source, patientId);
  const refused = (code: string): RowResult => ({
    ...subjectOf(number),
    outcome: 'refused',
    details: { code },
  });
  const first = await orRefused(subjectOf(number), async () => {
    const imported = await importRows.importedAs(key);
    if (imported === undefined) return refused('row/patient-unknown');
    const { district } = (await cases.load(imported.caseId)).aggregate.state;
    const within = about.within?.split(' ') ?? [about.district];
    if (!isWithin(within, district)) return refused('row/district-not-yours');
    const { caseId } = imported;
    const request = { commandId: `import:${runId}:${key}:route`, fingerprint: key, by: BULK };
    const known = await lookups.routeOfCase(caseId);
    const before = known === undefined ? undefined : await routes.load(known, request.commandId);
    const { id: routeId, version } = await recordRoute({
      ...request,
      caseId,
      visits: visits.map((visit) => ({
        placeId: importRows.placeOf(visit.place),
        district: visit.district ?? about.district,
        day: visit.day,
      })),
    });
    const isKnown = before?.handled === undefined && before?.aggregate.version === version;
    const details = { caseId, routeId, visits: String(visits.length) };
    return { ...subjectOf(number), outcome: isKnown ? 'unchanged' : 'visits-recorded', details };
  });
  return visits.map((visit) => ({
    ...first,
    ...subjectOf(visit.line),
    details: noted(first.details, visit),
  }));
}

const noted = (
  details: RowResult['details'],
  { district }: ListedRoute['visits'][number],
): RowResult['details'] =>
  district === undefined && details['routeId'] !== undefined
    ? { ...details, notes: 'district-of-the-import' }
    : details;
