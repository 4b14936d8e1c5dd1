import type { RowOutcome } from '../../domain/bulk-work/row-outcome.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { CommandOfRun, CommandRow, OrderNow } from '../ports/bulk-commands.ts';
import type { Place } from '../ports/lookups.ts';
import { ChangedSinceRead, type HandledCommand, type Receipt } from '../ports/repository.ts';
import { WouldBeStored } from '../trial.ts';
import type { BulkUses } from './bulk-uses.ts';
import type { CommandSubject, CommandTerms, Doing, Standing, WorkGiven } from './command-terms.ts';
import { orRefused } from './in-batches.ts';

export type Order = Doing & Readonly<{ asked: CommandOfRun; terms: CommandTerms }>;
type Subject = Pick<RowResult, 'subjectKind' | 'subjectId'>;
export type One = Readonly<{
  row: CommandRow;
  subject: Subject;
  place: Place | undefined;
  now: OrderNow;
}>;

/** The same id whenever it is done again: a row is done once. */
const identity = ({ asked: { runId, command, orderer } }: Order, { row }: One) => ({
  commandId: `command:${runId}:${row.subjectId}`,
  fingerprint: command,
  by: orderer.staffId,
  subjectId: row.subjectId,
});

const result = (
  { subject }: One,
  outcome: RowOutcome,
  details: Readonly<Record<string, string>> = {},
): RowResult => ({ ...subject, outcome, details });
const refused = (one: One, code: string): RowResult => result(one, 'refused', { code });
/** Said of what is not there and of what is not theirs alike. */
const absent = (one: One): RowResult => refused(one, `${one.subject.subjectKind}/not-found`);

/** Why they may not, now; nothing where they may. */
function barred({ asked, terms, mayDo }: Order, one: One, action = terms.action): RowResult | undefined {
  const { place, now } = one;
  if (now.isRevoked) return refused(one, 'access/revoked');
  if (place === undefined || !mayDo(asked.orderer, now.latest, terms.action, place.district))
    return absent(one);
  const further = action === terms.action ? terms.alsoNeeds?.(place) : action;
  const lacks = further !== undefined && !mayDo(asked.orderer, now.latest, further, place.district);
  return lacks ? refused(one, 'access/not-allowed') : undefined;
}

type Given = WorkGiven & Readonly<{ account: string | undefined }>;

/** Why whoever is given it, or has it again, is given nothing there. */
async function unfit(
  { subscribers }: BulkUses,
  { whyNotGiven }: Order,
  one: One,
  given: Given | undefined,
): Promise<RowResult | undefined> {
  if (given?.account === undefined || one.place === undefined) return undefined;
  const { account, needs } = given;
  const code = whyNotGiven(await subscribers.of(account), needs(one.place), one.place.district);
  return code === undefined ? undefined : refused(one, code);
}

/** Whom the order names. */
const named = ({ asked, terms: { givenTo } }: Order): Given | undefined =>
  givenTo && { account: String((asked.body() as Standing)[givenTo.at]), needs: givenTo.needs };

type Loaded = Readonly<{
  aggregate: Readonly<{ version: number; state: Standing }>;
  handled?: HandledCommand;
}>;
type Load = (id: string, commandId: string) => Promise<Loaded>;
const loadersOf = (uses: BulkUses): Readonly<Record<CommandSubject | 'hand-over', Load>> => ({
  task: (...asked) => uses.tasks.load(...asked),
  case: (...asked) => uses.cases.load(...asked),
  contact: (...asked) => uses.contacts.load(...asked),
  isolation: (...asked) => uses.isolations.load(...asked),
  'hand-over': (...asked) => uses.handOvers.load(...asked),
});

const ATTEMPTS = 5;

/** Does it, or tries to; what was done before a crash is told as it was. */
export const doRow = (uses: BulkUses, order: Order, one: One): Promise<RowResult> =>
  orRefused(one.subject, async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await doAsItStands(uses, order, one);
      } catch (error) {
        // What was kept of the subject is not how it stood when the command came: both are done anew.
        if (!(error instanceof ChangedSinceRead) || attempt === ATTEMPTS) throw error;
      }
    }
  });

async function doAsItStands(uses: BulkUses, order: Order, one: One): Promise<RowResult> {
  const { asked, terms, requests, trial } = order;
  const ask = identity(order, one);
  const { row } = one;
  const standing =
    one.place === undefined ? undefined : await loadersOf(uses)[terms.subject](row.subjectId, ask.commandId);
  if (standing?.handled !== undefined) return told(one, standing.handled.receipt, row.fromVersion);
  const why = barred(order, one) ?? (await unfit(uses, order, one, named(order)));
  if (why !== undefined || standing === undefined) return why ?? absent(one);
  const { version, state } = standing.aggregate;
  if (!asked.isTrial) {
    const kept = 'keep' in terms.undo ? terms.undo.keep(state) : {};
    await uses.bulkCommands.remember({ runId: asked.runId, number: row.number }, { version, kept });
  }
  const stated = { ...ask, expectedVersion: version };
  try {
    return told(one, await terms.run(asked.isTrial ? trial : requests, stated, asked.body()), version);
  } catch (error) {
    if (error instanceof WouldBeStored) return result(one, error.changes ? 'would-be-done' : 'already-so');
    throw error;
  }
}

/** Something else came to be, or the subject has moved on; or it was so already. */
function told(one: One, { id, version }: Receipt, before: number | null): RowResult {
  const made = id !== one.row.subjectId;
  if (!made && version === before) return result(one, 'already-so');
  return result(one, 'done', { version: String(version), ...(made ? { madeId: id } : {}) });
}

/** Brings back what was done, where nothing has happened to it since. */
export const bringBack = (uses: BulkUses, order: Order, one: One): Promise<RowResult> =>
  orRefused(one.subject, async () => {
    const { terms, requests } = order;
    const { row } = one;
    const { undo } = terms;
    if (!('run' in undo)) throw new TypeError('a command without a way back');
    const ask = identity(order, one);
    const target = row.madeId ?? row.subjectId;
    const { aggregate, handled } = await loadersOf(uses)[undo.made ?? terms.subject](target, ask.commandId);
    if (handled !== undefined) return result(one, 'undone', { version: String(handled.receipt.version) });
    const { state: stands, version } = aggregate;
    const asked = { ...ask, madeId: row.madeId ?? undefined, kept: row.kept ?? {}, stands };
    const why = barred(order, one, undo.action?.(asked));
    if (why !== undefined) return why;
    if (version !== row.expectedVersion) return result(one, 'changed-since');
    const { backTo } = undo;
    const unfitNow = await unfit(uses, order, one, backTo && { ...backTo, account: backTo.account(asked) });
    if (unfitNow !== undefined) return unfitNow;
    try {
      const back = await undo.run(requests, { ...asked, expectedVersion: version });
      if (back === undefined) return refused(one, 'bulk-run/nothing-to-go-back-to');
      return result(one, 'undone', { version: String(back.version) });
    } catch (error) {
      if (error instanceof ChangedSinceRead) return result(one, 'changed-since');
      throw error;
    }
  });
