import type { WorkOfKind } from '../read-models/figures/overdue-work.ts';
import { TEAMS } from '../access/teams.ts';

const COUNTS = ['open', 'overdue', 'underOneDay', 'underThreeDays', 'threeDaysAndMore'] as const;
type Work = Readonly<Record<(typeof COUNTS)[number], number>>;

function sum(queues: readonly Work[]): Work {
  const of = (name: keyof Work): number => queues.reduce((total, one) => total + one[name], 0);
  const [open = 0, overdue = 0, underOneDay = 0, underThreeDays = 0, threeDaysAndMore = 0] = COUNTS.map(of);
  return { open, overdue, underOneDay, underThreeDays, threeDaysAndMore };
}

/** In all, by team (each of them), and by team and kind. */
export function workOf(queues: readonly WorkOfKind[], wanted: readonly string[] = TEAMS) {
  return {
    ...sum(queues),
    teams: TEAMS.filter((team) => wanted.includes(team)).map((team) => ({
      team,
      ...sum(queues.filter((one) => one.team === team)),
    })),
    queues,
  };
}
