import { randomUUID } from 'node:crypto';
import type { ExportState } from '../../domain/exchange/export/export.state.ts';
import { chosenCases, chosenContacts, type Chosen } from '../chosen-lines.ts';
import { accessEntries } from '../access/access-entry.ts';
import type { Answer, Asked } from '../contract/endpoint.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import type { Line } from '../read-models/line-list.ts';
import { caseFilters, contactFilters } from '../schemas/exports.ts';
import { FHIR_COLUMNS } from './fhir-resources.ts';
import { fileAnswer, type Order } from './file.ts';
import { EXPORT_LISTS } from './lists.ts';

/** As the list itself reads them. What was possible when it was asked for may not be any more. @throws Refusal */
function chosen({ list, filters }: Pick<ExportState, 'list' | 'filters'>): Chosen {
  return list === 'cases'
    ? chosenCases(parse(caseFilters, given(filters)))
    : chosenContacts(parse(contactFilters, given(filters)));
}

/** Of a filter that takes one value, it alone. */
const given = (filters: ExportState['filters']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filters).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );

/** The file that was approved. Whoever stands in it is on record before the page that shows them leaves. */
export async function approvedFile(
  uses: Dependencies,
  asked: Pick<
    Asked<Readonly<{ exportId: string }>, unknown, unknown>,
    'staff' | 'request' | 'place' | 'params' | 'language'
  >,
): Promise<Answer> {
  const { staff, request, place, params, language } = asked;
  const { exportId } = params;
  const state = await uses.requests.exportState(exportId);
  const { list, format, columns, district, purpose } = state;
  const { kind } = EXPORT_LISTS[list];
  const requestId = randomUUID();
  const onRecord = (lines: readonly Line[]): Promise<void> =>
    uses.accessRecords.record(
      accessEntries({
        endpoint: { method: 'get', path: '/exports/:id/file', action: 'export:request', about: 'export' },
        ...{ request, requestId, staff, place, reason: purpose },
        shown: lines.map(({ place: { id }, personId }) => ({
          ...{ kind, id, personId },
          ...(kind === 'case' ? { caseId: id } : {}),
        })),
      }),
    );
  const order: Order = {
    ...{ list, format, language, chosen: chosen(state), within: [district] },
    columns: format === 'fhir' ? [...new Set([...FHIR_COLUMNS[list], ...columns])] : columns,
    approved: { exportId, onRecord },
  };
  if (request.method !== 'HEAD') await uses.requests.takeExport({ exportId, by: staff.id });
  return fileAnswer(uses, asked, order);
}
