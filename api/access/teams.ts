import type { Team } from '../../domain/worklist/task.kinds.ts';
import { ROLES } from './roles.ts';
import type { Staff } from './staff.ts';

export const TEAMS = [
  'patient-management',
  'isolation-management',
  'diagnostic-testing',
  'epidemiological-investigation',
] as const satisfies readonly Team[];

/** The teams whose work is somebody's: by their roles; who leads or watches over an office has those of all. */
export function teamsOf({ roles }: Pick<Staff, 'roles'>): readonly Team[] {
  const own = roles.map((role) => (ROLES[role] as Readonly<{ team?: Team }>).team);
  return TEAMS.filter((team) => own.includes(team) || own.includes(undefined));
}
