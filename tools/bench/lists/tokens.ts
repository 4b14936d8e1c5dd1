import { atOnce } from '../measure.ts';
import type { Tokens } from './measured.ts';

/** Whoever has two of these may read what any of them may. */
const ROLES = [
  'patient-manager',
  'clinician',
  'isolation-officer',
  'investigator',
  'investigation-lead',
  'tester',
  'surveyor',
  'clinic-operator',
  'payment-officer',
];
const PAIRS = ROLES.flatMap((one) =>
  ROLES.filter((other) => other !== one).map((other) => `${one}+${other}`),
);

/** Of each place so many members of the staff, each with an account of their own. */
export async function tokensOf(
  places: ReadonlySet<string>,
  clients: number,
  tokenOf: (account: string) => Promise<string>,
): Promise<Tokens> {
  if (clients > PAIRS.length) throw new RangeError(`at most ${PAIRS.length} clients`);
  const tokens: Record<string, string[]> = {};
  for (const place of places) {
    const own: string[] = [];
    await atOnce([...PAIRS.slice(0, clients).entries()], 4, async ([client, pair]) => {
      own[client] = await tokenOf(`${pair}-${place}`);
    });
    tokens[place] = own;
  }
  return tokens;
}
