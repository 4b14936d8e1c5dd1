import type { ColumnMap } from '../../domain/bulk-work/column-map/column-map.ts';
import type { Episodes } from '../../domain/bulk-work/column-map/import-fields.ts';
import { suggestedMap } from '../../domain/bulk-work/column-map/suggestion.ts';
import { importRows as readRows, type ImportLine } from '../../domain/bulk-work/import-row.ts';
import { withTwins } from '../../domain/bulk-work/twins.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { ImportRows } from '../ports/import-rows.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { requestKeptRun } from './request-kept-run.ts';

export type ListHandedIn = Request &
  Readonly<{
    /** Who keeps the list: a patient's id is one of theirs. */
    source: string;
    disease: string;
    /** Of rows that name none. */
    district: string;
    /** Beginnings of the districts that rows, and whom they mean, may be of; without any, that district alone. */
    within?: readonly string[];
    /** What would become of each row, and nothing else. */
    dryRun?: boolean;
    headings: readonly string[];
    lines: readonly ImportLine[];
  }>;
export type ImportAsked = ListHandedIn &
  Readonly<{
    episodes?: Episodes;
    /** What the headings themselves suggest, where none is given. */
    map?: ColumnMap | undefined;
  }>;

/** Keeps every row, its values sealed, and asks for the run that takes them: once for a command. */
export const requestImport =
  (uses: Uses) =>
  async (asked: ImportAsked): Promise<Receipt> => {
    const at = await uses.clock.now();
    const { headings, lines, episodes = 'live' } = asked;
    const district = District.of(asked.district).code;
    const map =
      asked.map ??
      suggestedMap(
        headings,
        lines.map(({ cells }) => cells),
      ).map;
    const today = Instant.of(at).dateInSeoul();
    const { within = [district] } = asked;
    const terms = { episodes, district, within, today };
    const rows = withTwins(readRows({ headings, lines }, map, terms));
    return keptAsRun(uses, asked, {
      ...{ rows, at },
      more: { ...(episodes === 'live' ? {} : { episodes }), within: within.join(' ') },
    });
  };

type Kept = Readonly<{
  rows: Parameters<ImportRows['keep']>[1];
  at: string;
  more: Readonly<Record<string, string>>;
}>;

export async function keptAsRun(uses: Uses, asked: ListHandedIn, { rows, at, more }: Kept): Promise<Receipt> {
  const { importRows, newId } = uses;
  const { source } = asked;
  const about = {
    source,
    disease: disease(asked.disease),
    district: District.of(asked.district).code,
    ...more,
    ...(asked.dryRun === true ? { dryRun: 'true' } : {}),
  };
  const runId = newId();
  return requestKeptRun(
    uses,
    { kind: 'import', key: runId, about, at, runId, ask: asked },
    { keep: () => importRows.keep(runId, rows, source), drop: () => importRows.drop(runId) },
  );
}
