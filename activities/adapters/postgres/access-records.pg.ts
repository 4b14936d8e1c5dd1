import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { AccessNotRecorded, type AccessRecords } from '../../ports/access-records.ts';
import { appendAnchors, openChain } from './access-anchors.ts';
import type { AccessAnchor, Head, Linked } from './access-chain.ts';
import { stored, type StoredEntry } from './access-entry.ts';
import { appendRows } from './append-access-rows.ts';
import { onOwnConnection } from './on-own-connection.ts';

/** Rows of one INSERT; what comes beside it waits for the next. */
const TOGETHER = 500;
/** Behind so many nobody waits: their requests are refused at once. */
const MOST_WAITING = 10_000;
const ROWS_BETWEEN_ANCHORS = 10_000;
const MILLISECONDS_BETWEEN_ANCHORS = 60_000;

type Told = Readonly<{
  /** For the log: whoever changes the database cannot change what was written down elsewhere. */
  anchored: (anchor: Linked<AccessAnchor>) => void;
  failed: (error: unknown) => void;
}>;
type Waiting = Readonly<{
  entries: readonly StoredEntry[];
  done: () => void;
  failed: (error: Error) => void;
}>;
type Chain = Readonly<{ id: string; head: Head; anchoredUpTo: number }>;

/** The access records of one process: a chain of its own, written in groups, each after the one before it. */
export function pgAccessRecords(pool: pg.Pool, told: Told): AccessRecords {
  let waiting: Waiting[] = [];
  let waitingRows = 0;
  let chain: Chain | undefined;
  let working = false;

  /** After a failure nobody knows whether the rows are there: that chain is left, the next one begins. */
  const writeNext = async (): Promise<void> => {
    const group = takeGroup();
    const entries = group.flatMap((one) => one.entries);
    try {
      chain = await write(pool, chain, entries, told);
      for (const { done } of group) done();
    } catch (error) {
      chain = undefined;
      for (const { failed } of group) failed(new AccessNotRecorded(error));
    }
  };

  const takeGroup = (): readonly Waiting[] => {
    let rows = 0;
    const fits = waiting.findIndex(({ entries }) => (rows += entries.length) > TOGETHER);
    const group = waiting.splice(0, fits === -1 ? waiting.length : Math.max(1, fits));
    waitingRows -= group.reduce((sum, { entries }) => sum + entries.length, 0);
    return group;
  };

  const anchor = async (kind: 'head' | 'closed'): Promise<void> => {
    if (chain === undefined) return;
    const { id, head, anchoredUpTo } = chain;
    if (kind === 'head' && head.position === anchoredUpTo) return;
    try {
      const added = await onOwnConnection(pool, 'transaction', (client) =>
        appendAnchors(client, [{ kind, chain: id, ...head }]),
      );
      chain = kind === 'closed' ? undefined : { ...chain, anchoredUpTo: head.position };
      told.anchored(added);
    } catch (error) {
      told.failed(error);
    }
  };

  let anchorDue = false;
  let closing = false;
  const workOff = async (): Promise<void> => {
    try {
      while (waiting.length > 0 || anchorDue || closing) {
        if (waiting.length > 0) await writeNext();
        if (anchorDue || isFar(chain)) {
          anchorDue = false;
          await anchor('head');
        }
        if (closing && waiting.length === 0) {
          closing = false;
          await anchor('closed');
        }
      }
    } finally {
      working = false; // in the same turn in which nothing waited: whoever comes after begins anew
    }
  };
  let worked = Promise.resolve();
  const goOn = (): void => {
    if (working) return;
    working = true;
    worked = workOff();
  };
  const timer = setInterval(() => {
    anchorDue = true;
    goOn();
  }, MILLISECONDS_BETWEEN_ANCHORS).unref();

  return {
    async record(given) {
      const entries = given.map(stored);
      if (entries.length === 0) return;
      if (waitingRows + entries.length > MOST_WAITING) throw new AccessNotRecorded('too many wait');
      waitingRows += entries.length;
      await new Promise<void>((done, failed) => {
        waiting.push({ entries, done, failed });
        goOn();
      });
    },
    async close() {
      clearInterval(timer);
      closing = true;
      goOn();
      await worked;
    },
  };
}

const isFar = (chain: Chain | undefined): boolean =>
  chain !== undefined && chain.head.position - chain.anchoredUpTo >= ROWS_BETWEEN_ANCHORS;

async function write(
  pool: pg.Pool,
  chain: Chain | undefined,
  entries: readonly StoredEntry[],
  told: Told,
): Promise<Chain> {
  if (chain !== undefined) {
    const head = await onOwnConnection(pool, 'statements', (client) =>
      appendRows(client, chain.id, chain.head, entries),
    );
    return { ...chain, head };
  }
  const id = randomUUID();
  const begun = await onOwnConnection(pool, 'transaction', async (client) => {
    const opened = await openChain(client, id);
    return { opened, head: await appendRows(client, id, { position: 0, hash: opened.hash }, entries) };
  });
  told.anchored(begun.opened);
  return { id, head: begun.head, anchoredUpTo: 0 };
}
