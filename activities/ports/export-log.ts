import type { ScopeFacts } from '../../domain/exchange/export/export-scope.ts';

/** What somebody takes out of here. Codes and names of columns and filters; never a person's values, nor a filter's. */
export type ExportTaken = Pick<ScopeFacts, 'list' | 'format' | 'columns'> &
  Readonly<{
    downloadId: string;
    /** Of one that was approved. */
    exportId?: string | undefined;
    staffId: string;
    /** Names alone. */
    filters: readonly string[];
    identifying: boolean;
    /** Of which districts it is: beginnings of their codes. */
    places: readonly string[];
    at: string;
  }>;
/** `broken`: whoever took it has not got the whole of it. */
export type ExportEnd = Readonly<{
  downloadId: string;
  rows: number;
  outcome: 'complete' | 'broken';
  at: string;
}>;

/** Which files left the house. One that was begun and has no end was under way when the process was killed. */
export interface ExportLog {
  begin(taken: ExportTaken): Promise<void>;
  end(end: ExportEnd): Promise<void>;
}
