import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import type { ListedRoute } from '../../domain/bulk-work/listed-route.ts';
import type { RowResult } from './bulk-progress.ts';

type Rows<Values> = readonly (Readonly<{ line: number }> &
  (Readonly<{ fault: string }> | Readonly<{ values: Values }>))[];

/** A row as it lies: `sealed` until it has its result. Its values are opened one row at a time. */
export type KeptRow<Values = ListedPatient> = Readonly<{
  number: number;
  fault?: string;
  open: () => Values;
}>;

/**
 * Which row of which import made a case of a patient first. `told`: what that list said, each field as a keyed hash.
 */
export type ImportedCase = Readonly<{
  caseId: string;
  runId: string;
  number: number;
  told?: Readonly<Record<string, string>> | null;
}>;

/** A row in doubt on which a person has decided; without a decision the question was called off. */
export type SettledDoubt = KeptRow & Readonly<{ personId: string; taskId: string; decision?: string }>;

/** Whom a row's patient was infected by, each by the keys of the two. */
export type KeptLinks = Readonly<{ number: number; own: string; of: readonly string[] }>;

/** Rows that were handed in to become cases. */
export interface ImportRows {
  /** How many are taken at once. */
  readonly batch: number;
  /** `source`: where one patient is infected by another, both are of it. */
  keep(runId: string, rows: Rows<ListedPatient> | Rows<ListedRoute>, source: string): Promise<void>;
  /** Nothing is left of rows whose run was never asked for. */
  drop(runId: string): Promise<void>;
  /** Nothing is left of the rows of a dry run. */
  clear(runId: string): Promise<void>;
  /** The next rows after a number that have no result yet. */
  page<Values = ListedPatient>(
    runId: string,
    after: number,
    limit: number,
  ): Promise<readonly KeptRow<Values>[]>;
  /** Nothing is left of the values of rows that the step has passed, but of those in doubt. */
  forgetPassed(runId: string, step: string): Promise<void>;
  /** The next rows after a number that say who infected their patient. */
  links(runId: string, after: number, limit: number): Promise<readonly KeptLinks[]>;
  /** Nothing is left of links that the step has passed, but of those that it has left to a later one. */
  forgetLinks(runId: string, step: string): Promise<void>;
  /** How many rows are in doubt, one that was decided this very moment too. */
  doubts(runId: string): Promise<number>;
  settledDoubts(runId: string): Promise<readonly SettledDoubt[]>;
  /** A row in doubt, for whoever decides on it. */
  doubt(runId: string, number: number): Promise<SettledDoubt | undefined>;
  /** What became of a row in doubt stands in the place of the doubt, and in the numbers; its values are gone. Once. */
  settle(runId: string, number: number, result: RowResult): Promise<void>;
  /** The patient of a source, without saying who it is. */
  keyOf(source: string, patientId: string): string;
  /** The code of a place by what a list says of it. */
  placeOf(text: string): string;
  /** A value that is compared, and never read. */
  readonly hashOf: (text: string) => string;
  importedAs(key: string): Promise<ImportedCase | undefined>;
  /** The first one stays, and is answered. */
  remember(key: string, imported: ImportedCase): Promise<ImportedCase>;
  /** What a later list said of the same patient, once it is taken. */
  retell(key: string, told: Readonly<Record<string, string>>): Promise<void>;
}
