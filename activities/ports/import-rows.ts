import type { ImportRow } from '../../domain/bulk-work/import-row.ts';
import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';

/** A row as it lies: `sealed` until it has its result. Its values are opened one row at a time. */
export type KeptRow = Readonly<{ number: number; fault?: string; open: () => ListedPatient }>;

/** Which row of which import made a case of a patient first. */
export type ImportedCase = Readonly<{ caseId: string; runId: string; number: number }>;

/** Rows that were handed in to become cases. */
export interface ImportRows {
  /** How many are taken at once. */
  readonly batch: number;
  keep(runId: string, rows: readonly ImportRow[]): Promise<void>;
  /** Nothing is left of rows whose run was never asked for. */
  drop(runId: string): Promise<void>;
  /** The next rows after a number that have no result yet. */
  page(runId: string, after: number, limit: number): Promise<readonly KeptRow[]>;
  /** Nothing is left of the values of rows that the step has passed. */
  forgetPassed(runId: string, step: string): Promise<void>;
  /** The patient of a source, without saying who it is. */
  keyOf(source: string, patientId: string): string;
  importedAs(key: string): Promise<ImportedCase | undefined>;
  /** The first one stays, and is answered. */
  remember(key: string, imported: ImportedCase): Promise<ImportedCase>;
}
