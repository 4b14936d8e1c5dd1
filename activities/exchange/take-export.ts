import type { ExportState } from '../../domain/exchange/export/export.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Uses } from '../uses.ts';

/** Whoever asked for it takes it out now: counted before the first row leaves. */
export const takeExport =
  ({ exports, clock }: Pick<Uses, 'exports' | 'clock'>) =>
  async ({ exportId, by }: Readonly<{ exportId: string; by: string }>): Promise<void> => {
    const at = Instant.of(await clock.now());
    await change(exports, exportId, {}, (one) => one.execute({ type: 'TakeExport', by, at }));
  };

/** What was asked for, and how it stands. */
export const exportState =
  ({ exports }: Pick<Uses, 'exports'>) =>
  async (exportId: string): Promise<ExportState> =>
    (await exports.load(exportId)).aggregate.state;
