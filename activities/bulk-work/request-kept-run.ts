import { StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { CommandIdReused, type Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { requestRun, type RunAsked } from './request-run.ts';

type Kept = Readonly<{ keep: () => Promise<void>; drop: () => Promise<void> }>;
type KeptRunAsked = Omit<RunAsked, 'by' | 'runId' | 'ask'> & Readonly<{ runId: string; ask: Request }>;

/**
 * Asks for a run that works on what is kept for it: kept before, so that its process finds it. Nothing stays of what another
 * request has asked for already; whatever else is left over goes with the sweep.
 */
export async function requestKeptRun(
  uses: Uses,
  { ask: { by, commandId, fingerprint }, runId, ...asked }: KeptRunAsked,
  { keep, drop }: Kept,
): Promise<Receipt> {
  await keep();
  try {
    const ask = { commandId, fingerprint };
    const receipt = await requestRun(uses)({ ...asked, by, runId, ask });
    if (receipt.id !== runId) await drop();
    return receipt;
  } catch (error) {
    if (error instanceof CommandIdReused || error instanceof StaleAggregate) await drop();
    throw error;
  }
}
