import { expect, test } from '@jest/globals';
import { rightToDecide } from '../../../api/access/task-rights.ts';
import { mayIn } from '../../../api/access/staff.ts';
import type { Role } from '../../../api/access/roles.ts';
import { TASKS, type TaskKind } from '../../../domain/worklist/task.ts';

const KINDS = Object.keys(TASKS) as TaskKind[];
const mayDecide = (kind: TaskKind, role: Role): boolean => {
  const right = rightToDecide(kind) ?? 'task:work';
  return mayIn({ id: 'kim', roles: [role], jurisdictions: ['11110'] }, right, '11110');
};

/** Done once something is entered, which takes a right of its own. */
const ENTERED: readonly TaskKind[] = ['essentials-check', 'living-support-amount', 'living-support-facts'];

test('what a decision settles takes a right of its own, and that what only some may enter is there; that something is done does not', () => {
  const settled = KINDS.filter((kind) => TASKS[kind].decisions.some((decision) => decision !== 'done'));
  expect(KINDS.filter((kind) => rightToDecide(kind) !== undefined).sort()).toEqual(
    [...settled, ...ENTERED].sort(),
  );
  expect(rightToDecide('constructor')).toBeUndefined();
});

test('a payment is approved by the payment officer, a look-up in an office that approves', () => {
  expect(mayDecide('living-support-approval', 'payment-officer')).toBe(true);
  for (const role of ['supervisor', 'tester', 'public-health-director'] as const)
    expect(mayDecide('living-support-approval', role)).toBe(false);
  expect(mayDecide('look-up-approval', 'public-health-director')).toBe(true);
  for (const role of ['supervisor', 'investigator'] as const)
    expect(mayDecide('look-up-approval', role)).toBe(false);
});

test('every team decides what stands on its own list', () => {
  const LIST: Readonly<Record<string, readonly Role[]>> = {
    'patient-management': ['patient-manager', 'clinician'],
    'isolation-management': ['isolation-officer'],
    'epidemiological-investigation': ['investigator', 'investigation-lead'],
    'diagnostic-testing': ['tester', 'surveyor', 'clinic-operator', 'payment-officer'],
  };
  const nobodys = KINDS.filter(
    (kind) => !(LIST[TASKS[kind].team] ?? []).some((role) => mayDecide(kind, role)),
  );
  expect(nobodys.filter((kind) => TASKS[kind].team !== 'of its subject')).toEqual([]);
});
