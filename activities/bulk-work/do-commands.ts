import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { CommandRow } from '../ports/bulk-commands.ts';
import type { Place } from '../ports/lookups.ts';
import { nowOf, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { bringBack, doRow, type Order } from './command-row.ts';
import type { Doing } from './command-terms.ts';
import { inBatches } from './in-batches.ts';

const STEP = 'rows';
/** Until the run that is undone has come to its end; longer where somebody has stopped it. */
const LATER_HOURS = 1 / 6;
const SOON_SECONDS = 2;
const MOST_SECONDS = 60;

/**
 * One command for many, or the way back from one: each row by the use case that does it alone, under the rights that its
 * orderer has then, with a result and an access record of its own.
 */
export const doCommands =
  (uses: BulkUses, doing: Doing) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { bulkCommands, bulkRuns } = uses;
    const asked = await bulkCommands.of(runId);
    if (asked.undoOf !== undefined) {
      const { stage } = (await bulkRuns.load(asked.undoOf)).aggregate.state;
      if (stage !== 'finished') {
        const now = await nowOf(uses, at);
        const waitUntil = stage === 'paused' ? now.plusHours(LATER_HOURS) : await soon(uses, runId, now);
        return { paused: false, waitUntil: waitUntil.toString() };
      }
      await bulkCommands.takeDone(runId, asked.undoOf);
    }
    const terms = doing.commands[asked.command];
    if (terms === undefined) throw new TypeError('a command that nobody knows any more');
    const order: Order = { ...doing, asked, terms };
    const stretch = await inBatches(uses, {
      runId,
      step: STEP,
      limit: bulkCommands.batch,
      page: (after, limit) => bulkCommands.page(runId, Number(after), limit),
      cursorOf: ({ number }) => String(number),
      one: (row) => onRecord(uses, order, row),
    });
    if (!stretch.paused) await bulkCommands.forgetBody(runId);
    return stretch;
  };

/** As long again as it has waited already, up to a minute: a long wait is no long history. */
async function soon({ bulkRuns }: Pick<BulkUses, 'bulkRuns'>, runId: string, now: Instant): Promise<Instant> {
  const { requestedAt } = (await bulkRuns.load(runId)).aggregate.state;
  const waited = (now.epochMilliseconds - Instant.of(requestedAt).epochMilliseconds) / 1_000;
  return now.plusHours(Math.min(Math.max(waited, SOON_SECONDS), MOST_SECONDS) / 3_600);
}

/** No row is done of which no record is left. */
async function onRecord(uses: BulkUses, order: Order, row: CommandRow): Promise<RowResult> {
  const { asked, terms, accessRecords } = order;
  const { runId, orderer } = asked;
  const subject = { subjectKind: terms.subject, subjectId: row.subjectId };
  if (row.result !== null) return { ...subject, ...row.result };
  const now = await uses.bulkCommands.now(runId);
  if (now.calledOff) return { ...subject, outcome: 'called-off', details: {} };
  const place = await uses.lookups.placeOf({ kind: terms.subject, id: row.subjectId });
  const one = { row, subject, place, now };
  const result = await (asked.undoOf === undefined ? doRow : bringBack)(uses, order, one);
  const code = result.details['code'] ?? undefined;
  if (row.onRecord !== (code === undefined ? 'allowed' : 'refused'))
    await accessRecords.record([
      {
        ...{ requestId: runId, staffId: orderer.staffId, sourceAddress: orderer.sourceAddress },
        // What they are vouched for now: the next row is judged by it.
        ...{ roles: now.latest?.roles ?? orderer.roles, offices: now.latest?.offices ?? orderer.offices },
        endpoint: asked.undoOf === undefined ? 'POST /bulk-commands' : 'POST /bulk-runs/:id/undo',
        ...{ action: terms.action, ...subject, ...placed(place), problem: code, reason: orderer.reason },
      },
    ]);
  return result;
}

const placed = (place: Place | undefined) => ({ district: place?.district, caseId: place?.caseId });
