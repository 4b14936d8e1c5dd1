import { Export } from '../../domain/exchange/export/export.ts';
import { ExportScope, type ScopeFacts } from '../../domain/exchange/export/export-scope.ts';
import type { ExportPurpose } from '../../domain/exchange/export/export.commands.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { exportId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type RequestExportInput = Request & ScopeFacts & Readonly<{ purpose: ExportPurpose }>;
type Asking = Pick<Uses, 'exports' | 'tasks' | 'clock' | 'newId' | 'lookups'>;

/** Somebody asks to take out who people are; whoever leads there finds it on the worklist. */
export const requestExport =
  (uses: Asking) =>
  async (input: RequestExportInput): Promise<Receipt> => {
    const { list, format, columns, filters, purpose, by } = input;
    const one = Export.unasked(exportId(uses.newId()));
    const scope = ExportScope.of({ list, format, columns, filters, district: District.of(input.district) });
    const at = Instant.of(await uses.clock.now());
    one.execute({ type: 'RequestExport', scope, purpose, by, at });
    const receipt = await create(uses.exports, one, input);
    await askForApproval(uses)(receipt.id);
    return receipt;
  };

/** Its task, while it waits for a decision; asked again it is the same one. */
export const askForApproval =
  (uses: Asking) =>
  async (id: string): Promise<void> => {
    const { state } = (await uses.exports.load(id)).aggregate;
    if (state.stage !== 'requested') return;
    await openTaskAbout(uses)({
      kind: 'export-approval',
      subject: { kind: 'export', id },
      district: state.district,
      reason: `export/${state.purpose}`,
      commandId: `export:${id}:approval`,
      by: state.requestedBy,
      at: state.requestedAt,
    });
  };
