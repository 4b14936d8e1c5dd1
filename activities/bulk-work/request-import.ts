import type { ColumnMap } from '../../domain/bulk-work/column-map/column-map.ts';
import type { Episodes } from '../../domain/bulk-work/column-map/import-fields.ts';
import { suggestedMap } from '../../domain/bulk-work/column-map/suggestion.ts';
import { importRows as readRows, type ImportLine } from '../../domain/bulk-work/import-row.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { CommandIdReused, type Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { requestRun } from './request-run.ts';

export type ImportAsked = Request &
  Readonly<{
    /** Who keeps the list: a patient's id is one of theirs. */
    source: string;
    disease: string;
    /** Of rows that name none. */
    district: string;
    /** Beginnings of the districts that rows may be of; without any, that district alone. */
    within?: readonly string[];
    episodes?: Episodes;
    /** What the headings themselves suggest, where none is given. */
    map?: ColumnMap | undefined;
    headings: readonly string[];
    lines: readonly ImportLine[];
  }>;

/** By so many lines is told how a list writes its days. */
const SAMPLE = 200;

/** Keeps every row, its values sealed, and asks for the run that takes them: once for a command. */
export const requestImport =
  (uses: Uses) =>
  async (asked: ImportAsked): Promise<Receipt> => {
    const { importRows, clock, newId } = uses;
    const { source, by, commandId, fingerprint } = asked;
    const at = await clock.now();
    const about = { source, disease: disease(asked.disease), district: District.of(asked.district).code };
    const { headings, lines, episodes = 'live', within = [about.district] } = asked;
    const map =
      asked.map ??
      suggestedMap(
        headings,
        lines.slice(0, SAMPLE).map(({ cells }) => cells),
      ).map;
    const terms = { episodes, district: about.district, within, today: Instant.of(at).dateInSeoul() };
    const rows = readRows({ headings, lines }, map, terms);
    const runId = newId();
    await importRows.keep(runId, rows); // before the run is asked for: its process finds them
    const ask = { commandId, fingerprint };
    try {
      const receipt = await requestRun(uses)({ kind: 'import', key: runId, about, by, at, runId, ask });
      if (receipt.id !== runId) await importRows.drop(runId); // the command was handled before
      return receipt;
    } catch (error) {
      if (error instanceof CommandIdReused) await importRows.drop(runId);
      throw error; // whatever else is left over goes with the sweep
    }
  };
