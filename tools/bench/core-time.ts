import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

/** Seconds of processor time of a process and all below it so far (Linux: /proc). */
export function coreSeconds(pid: number): number {
  const children = new Map<number, number[]>();
  const ticks = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const one = Number(entry);
    if (!Number.isInteger(one)) continue;
    const fields = statOf(one);
    if (fields === undefined) continue;
    const parent = Number(fields[1]);
    children.set(parent, [...(children.get(parent) ?? []), one]);
    // With what its ended children took, who are no longer listed.
    ticks.set(
      one,
      [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0),
    );
  }
  const below = (one: number): number =>
    (ticks.get(one) ?? 0) + (children.get(one) ?? []).reduce((sum, child) => sum + below(child), 0);
  return below(pid) / TICKS_PER_SECOND;
}

/** The fields after the name, which may hold blanks. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined; // it has ended meanwhile
  }
}
