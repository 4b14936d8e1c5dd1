import { TASKS, type TaskKind, type Team } from './task.kinds.ts';
import type { SubjectKind } from './task-subject.ts';

/** Whose an aggregate is, for what may go wrong with any of them. */
const TEAM_OF: Readonly<Record<SubjectKind, Team>> = {
  person: 'patient-management',
  'hand-over': 'patient-management',
  isolation: 'isolation-management',
  supplies: 'isolation-management',
  contact: 'epidemiological-investigation',
  route: 'epidemiological-investigation',
  'information-request': 'epidemiological-investigation',
  survey: 'epidemiological-investigation',
  test: 'diagnostic-testing',
  'living-support': 'diagnostic-testing',
  clinic: 'diagnostic-testing',
  message: 'diagnostic-testing',
  'bulk-run': 'patient-management',
  protocol: 'patient-management',
  task: 'patient-management',
  'staff-account': 'isolation-management',
  export: 'epidemiological-investigation',
  'webhook-subscription': 'patient-management',
};

/** On whose worklist a task lies. What is about a case and nothing else is for those who manage the patient. */
export function teamOf(kind: TaskKind, subject: SubjectKind | undefined): Team {
  const { team } = TASKS[kind];
  if (team !== 'of its subject') return team;
  return subject === undefined ? 'patient-management' : TEAM_OF[subject];
}
