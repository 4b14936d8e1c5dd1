import { beforeAll, expect, test } from '@jest/globals';
import { aClinic, aTask, anIsolation } from '../support/aggregate-makers.ts';
import { apiWorld, key } from '../support/api-world.ts';
import { daysAgo } from '../support/days.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seen } from '../support/seen.ts';
import { tokenFor } from '../support/tokens.ts';

const [HERE, ELSEWHERE] = ['11110', '26440'];
const NEXT_WEEK = daysAgo(-7);
const world = forThisFile(apiWorld);
beforeAll(async () => {
  await seen(world, ['far-away'], ELSEWHERE);
  await seen(world, ['a-tester'], HERE, 'tester');
  await seen(world, ['an-officer'], HERE, 'isolation-officer');
  await seen(world, ['revoked-one'], HERE);
  const tell = { ...key(), 'if-match': '"0"' };
  await world.call('POST', '/staff/revoked-one/revocation', { reason: 'account-at-risk' }, tell);
});

const boss = async (path: string, body: object, version = 1) =>
  world.callAs(
    await tokenFor({ id: 'boss', roles: ['supervisor'], jurisdictions: [HERE] }),
    'POST',
    path,
    body,
    { ...key(), 'if-match': `"${version}"` },
  );
/** To whom it is not given, and why. */
const REFUSED = [
  ['no-such-person', 'assignee/may-not-do-it'],
  ['far-away', 'assignee/may-not-do-it'],
  ['revoked-one', 'assignee/access-revoked'],
] as const;

test('a task is given to an account that is known there and may decide it, and to nobody else', async () => {
  const task = aTask({ district: HERE });
  await world.uses.tasks.save(task);
  const at = `/tasks/${task.id}/reassignment`;
  for (const [staffId, code] of REFUSED) {
    const { status, body } = await boss(at, { staffId, reason: 'skill' });
    expect([staffId, status, body['code']]).toEqual([staffId, 422, code]);
  }
  expect((await boss(at, { staffId: 'a-tester', reason: 'skill' })).status).toBe(200);
  expect((await boss(at, { staffId: 'boss', reason: 'skill' }, 2)).status).toBe(200);

  const [subject, commandId] = [{ kind: 'clinic', id: task.id }, 'work-given:1'] as const;
  const { taskId } = await world.steps.openTaskAbout({
    ...{ kind: 'violation-review', subject, district: HERE, commandId },
    ...{ by: 'process:isolation', at: new Date().toISOString() },
  });
  const review = `/tasks/${taskId}/reassignment`;
  const refused = await boss(review, { staffId: 'a-tester', reason: 'skill' });
  expect([refused.status, refused.body['code']]).toEqual([422, 'assignee/may-not-do-it']);
  expect((await boss(review, { staffId: 'an-officer', reason: 'skill' })).status).toBe(200);
});

test('an isolation is given to whoever looks after isolations there', async () => {
  const isolation = anIsolation({ district: HERE });
  await world.uses.isolations.save(isolation);
  const at = `/isolations/${isolation.id}/officer`;
  for (const [officer, code] of [...REFUSED, ['a-tester', 'assignee/may-not-do-it']] as const) {
    const { status, body } = await boss(at, { officer });
    expect([officer, status, body['code']]).toEqual([officer, 422, code]);
  }
  expect((await boss(at, { officer: 'an-officer' })).status).toBe(200);
});

test('a shift is covered by somebody who works there', async () => {
  const clinic = aClinic({ district: HERE });
  await world.uses.clinics.save(clinic);
  for (const [coveredBy, code] of REFUSED) {
    const cover = { staffId: 'kim', from: `${NEXT_WEEK}T09:00:00+09:00`, coveredBy };
    const { status, body } = await boss(`/clinics/${clinic.id}/cover`, cover);
    expect([coveredBy, status, body['code']]).toEqual([coveredBy, 422, code]);
  }
  const cover = { staffId: 'kim', from: `${NEXT_WEEK}T09:00:00+09:00`, coveredBy: 'a-tester' };
  expect((await boss(`/clinics/${clinic.id}/cover`, cover)).body['code']).toBe('clinic/shift-unknown');
});

test('a shift is planned for somebody who works there, each of them', async () => {
  const clinic = aClinic({ district: HERE });
  await world.uses.clinics.save(clinic);
  const times = { role: 'tester', from: `${NEXT_WEEK}T09:00:00+09:00`, to: `${NEXT_WEEK}T13:00:00+09:00` };
  const plan = (...people: readonly string[]) =>
    boss(`/clinics/${clinic.id}/shifts`, {
      ...{ date: NEXT_WEEK, keepDays: 28 },
      shifts: people.map((staffId) => ({ staffId, ...times })),
    });
  for (const [staffId, code] of REFUSED) {
    const { status, body } = await plan('a-tester', staffId);
    expect([staffId, status, body['code']]).toEqual([staffId, 422, code]);
  }
  expect((await plan('a-tester', 'boss')).status).toBe(200);
});
