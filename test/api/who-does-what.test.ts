import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Role } from '../../api/access/roles.ts';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { caseId } from '../../domain/shared-kernel/id.ts';
import type { TaskKind } from '../../domain/worklist/task.kinds.ts';
import { aCase, aDisease, aLookUp, aPerson, aTask } from '../support/aggregate-makers.ts';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const HERE = '11110';
const world = forThisFile(apiWorld);

const as =
  (role: Role, id = `${role}-${HERE}`, jurisdictions: readonly string[] = [HERE]) =>
  async (method: string, path: string, body?: unknown, version = 1) =>
    world.callAs(await tokenFor({ id, roles: [role], jurisdictions }), method, path, body, {
      ...key(),
      'if-match': `"${version}"`,
    });

test('an isolation officer sets right how somebody is reached, and registers or merges nobody', async () => {
  const person = aPerson();
  await world.uses.people.save(person);
  const officer = as('isolation-officer');
  const at = `/people/${person.id}`;
  expect((await officer('POST', `${at}/values`, { phone: '010-9876-5432' })).status).toBe(200);
  expect((await officer('POST', `${at}/channel`, { channel: 'telephone' }, 2)).status).toBe(200);
  const address = { district: HERE, addressLines: ['새문안로 1'] };
  expect((await officer('POST', `${at}/address`, address, 3)).status).toBe(200);
  for (const path of ['/merge', '/erasure', '/household/leaving', '/guardian/removal'])
    expect((await officer('POST', at + path, {}, 4)).body['code']).toBe('access/not-allowed');
});

test('who asked for a look-up takes it back before it is approved, and nobody else does', async () => {
  const one = aCase({ district: HERE, disease: aDisease() });
  await world.uses.cases.save(one);
  const lookUp = aLookUp({ caseId: caseId(one.id), district: HERE });
  await world.uses.informationRequests.save(lookUp);
  const requester = lookUp.state.requestedBy;
  const at = `/look-ups/${lookUp.id}/withdrawal`;
  const body = { reason: 'entered-by-mistake' };
  const others = await as('investigator', 'somebody-else')('POST', at, body);
  expect([others.status, others.body['code']]).toEqual([409, 'information-request/not-ones-own']);
  const taken = await as('investigator', requester)('POST', at, body);
  expect(taken).toMatchObject({ status: 200, body: { stage: 'rejected' } });
  expect((await as('investigator', requester)('POST', at, { reason: 'not-necessary' }, 2)).body['code']).toBe(
    'information-request/not-awaiting-approval',
  );
});

test('the headquarters decides what is addressed to it, and leaves the districts’ tasks to them', async () => {
  const [own, theirs] = [aTask({ district: HEADQUARTERS }), aTask({ district: HERE })];
  for (const one of [own, theirs]) await world.uses.tasks.save(one);
  for (const jurisdictions of [['00'], []]) {
    const headquarters = as('headquarters', 'hq', jurisdictions);
    const listed = (await headquarters('GET', '/tasks?limit=200')).body.items.map(({ taskId }) => taskId);
    expect(listed).toEqual(expect.arrayContaining([own.id, theirs.id]));
    expect((await headquarters('POST', `/tasks/${theirs.id}/claim`, {})).body['code']).toBe('task/not-found');
  }
  expect((await as('headquarters', 'hq', [])('POST', `/tasks/${own.id}/claim`, {})).status).toBe(200);
  expect((await as('supervisor')('POST', `/tasks/${own.id}/hand-back`, {}, 2)).body['code']).toBe(
    'task/not-found',
  );
});

test('a task is taken by whoever may decide it, and by nobody else of the office', async () => {
  const opened = async (kind: TaskKind): Promise<string> => {
    const about = { kind, subject: { kind: 'clinic', id: randomUUID() }, district: HERE } as const;
    const { taskId } = await world.steps.openTaskAbout({
      ...{ ...about, commandId: randomUUID() },
      ...{ by: 'process:clinic', at: new Date().toISOString() },
    });
    return taskId;
  };
  for (const [kind, stranger, owner] of [
    ['identity-in-doubt', 'isolation-officer', 'patient-manager'],
    ['look-up-approval', 'investigator', 'investigation-lead'],
  ] as const) {
    const at = `/tasks/${await opened(kind)}/claim`;
    expect((await as(stranger)('POST', at, {})).body['code']).toBe('access/not-allowed');
    expect((await as(owner)('POST', at, {})).status).toBe(200);
  }
  expect((await as('tester')('POST', `/tasks/${await opened('kits-low')}/claim`, {})).status).toBe(200);
});
