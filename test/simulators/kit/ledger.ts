import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** One effect as the partner sees it: how often it was asked for, and how often it was really done. */
export type Entry = {
  key: string;
  requested: number;
  executed: number;
  id: string;
  at: string;
  details: object;
};

/** What a partner has done, by key. With a file it survives the partner's own restart. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #file: string | undefined;

  constructor(file: string | undefined) {
    this.#file = file;
    if (file === undefined || !existsSync(file)) return;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue;
      const entry = JSON.parse(line) as Entry;
      this.#entries.set(entry.key, entry);
    }
  }

  get(key: string): Entry | undefined {
    return this.#entries.get(key);
  }

  all(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  byId(id: string): Entry | undefined {
    return this.all().find((one) => one.id === id);
  }

  /** The last whose key holds a text; nothing for an empty one. */
  lastAbout(part: string | undefined): Entry | undefined {
    return part ? this.all().findLast(({ key }) => key.includes(part)) : undefined;
  }

  put(entry: Entry): Entry {
    this.#entries.set(entry.key, entry);
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    return entry;
  }

  /** What is known of an effect has changed. */
  amend(key: string, details: object): Entry | undefined {
    const known = this.#entries.get(key);
    return known && this.put({ ...known, details: { ...known.details, ...details } });
  }

  /** Counts a request; `execute` makes the details of an effect that is done now. */
  record(key: string, id: string, execute: (() => object) | undefined): Entry {
    const known = this.#entries.get(key);
    return this.put({
      key,
      id: known?.id ?? id,
      at: known?.at ?? new Date().toISOString(),
      requested: (known?.requested ?? 0) + 1,
      executed: (known?.executed ?? 0) + (execute === undefined ? 0 : 1),
      details: execute?.() ?? known?.details ?? {},
    });
  }

  /** Counts a request for what is done once by its key; `isNew`: it is done now. */
  once(key: string, id: string, details: () => object): Entry & { isNew: boolean } {
    const isNew = this.get(key) === undefined;
    return { ...this.record(key, id, isNew ? details : undefined), isNew };
  }
}
