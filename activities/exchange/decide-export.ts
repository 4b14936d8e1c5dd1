import type { ExportRefusalReason } from '../../domain/exchange/export/export.commands.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type DecideExportInput = Request & Readonly<{ exportId: string }>;
export type RefuseExportInput = DecideExportInput & Readonly<{ reason: ExportRefusalReason }>;

/** By what it is called, instead of its task: the task is off the list then. */
const decided = async (
  uses: Uses,
  input: DecideExportInput,
  decision: Readonly<{ type: 'ApproveExport' } | { type: 'RefuseExport'; reason: ExportRefusalReason }>,
): Promise<Receipt> => {
  const { exportId: id, by } = input;
  const at = Instant.of(await uses.clock.now());
  const receipt = await change(uses.exports, id, input, (one) => one.execute({ ...decision, by, at }));
  await cancelTasksAbout(uses)({ subject: { kind: 'export', id }, by, at: at.toString() });
  return receipt;
};

export const approveExport =
  (uses: Uses) =>
  (input: DecideExportInput): Promise<Receipt> =>
    decided(uses, input, { type: 'ApproveExport' });

export const refuseExport =
  (uses: Uses) =>
  (input: RefuseExportInput): Promise<Receipt> =>
    decided(uses, input, { type: 'RefuseExport', reason: input.reason });
