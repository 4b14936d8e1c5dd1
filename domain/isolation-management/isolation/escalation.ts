import type { IsolationState } from './isolation.state.ts';

/** From which missed check in a row on a person is reminded, called and visited. Project defaults. */
const REMINDED_FROM = 1;
const CALLED_FROM = 2;
const VISITED_FROM = 3;

export type Escalation = Readonly<{
  step: 'reminder' | 'call' | 'visit';
  /** Which row of missed checks this is: the number of its first check. Each row is escalated once. */
  row: number;
  /** Of visits: another one after as many missed checks again. */
  round: number;
}>;

/** What follows from checks that were missed in a row; a check that finds the person ends it. */
export function escalationOf({
  checks,
  missedInARow,
}: Pick<IsolationState, 'checks' | 'missedInARow'>): Escalation | undefined {
  if (missedInARow < REMINDED_FROM) return undefined;
  const row = checks - missedInARow + 1;
  if (missedInARow < CALLED_FROM) return { step: 'reminder', row, round: 1 };
  if (missedInARow < VISITED_FROM) return { step: 'call', row, round: 1 };
  return { step: 'visit', row, round: Math.floor(missedInARow / VISITED_FROM) };
}
