import { createHash } from 'node:crypto';
import type { Staff } from './staff.ts';

/** Of more at once the oldest are checked again: a country's staff and as many who have renewed theirs. */
const MOST = 20_000;

type Known = Readonly<{ staff: Staff; lastSecond: number }>;

/**
 * Tokens whose signature was checked with the keys in force, by their hash: the same text says the same to its last
 * second. With other keys, or once none are in force, nothing is known.
 */
export function knownTokens(inForce: () => object | undefined) {
  let keys: object | undefined;
  let known = new Map<string, Known>();
  const current = (): Map<string, Known> => {
    const now = inForce();
    if (now === undefined || now !== keys) known = new Map();
    keys = now;
    return known;
  };
  return {
    /** `second`: of now, by the clock that tokens go by. */
    find(token: string, second: number): Staff | undefined {
      const found = current().get(hashOf(token));
      return found !== undefined && second <= found.lastSecond ? found.staff : undefined;
    },
    /** The keys in force when the check began: with any other its outcome is not kept. */
    keys: inForce,
    keep(token: string, checked: Known, checkedWith: object | undefined): void {
      const all = current();
      if (keys === undefined || keys !== checkedWith) return;
      const [oldest] = all.keys();
      if (all.size >= MOST && oldest !== undefined) all.delete(oldest);
      all.set(hashOf(token), checked);
    },
  };
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');
