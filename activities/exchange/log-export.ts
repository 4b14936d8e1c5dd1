import type { ExportEnd, ExportTaken } from '../ports/export-log.ts';
import type { Uses } from '../uses.ts';

type Logging = Pick<Uses, 'exportLog' | 'clock' | 'newId'>;
export type BeginExportInput = Omit<ExportTaken, 'downloadId' | 'at'>;

/** On record before the first row leaves. */
export const beginExport =
  ({ exportLog, clock, newId }: Logging) =>
  async (taken: BeginExportInput): Promise<Readonly<{ downloadId: string; at: string }>> => {
    const begun = { downloadId: newId(), at: await clock.now() };
    await exportLog.begin({ ...taken, ...begun });
    return begun;
  };

/** How it ended, and with how many rows. */
export const endExport =
  ({ exportLog, clock }: Logging) =>
  async (end: Omit<ExportEnd, 'at'>): Promise<void> =>
    exportLog.end({ ...end, at: await clock.now() });
