import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seen } from '../support/seen.ts';

const world = forThisFile(apiWorld);
let id = '';
let caseId = '';
beforeAll(async () => {
  await seen(world, ['officer-7', 'officer-8', 'a']);
  ({ caseId } = (await world.call('POST', '/cases', diagnosis(), key())).body);
  const at = new Date().toISOString();
  await world.steps.orderIsolation({ caseId, at, commandId: `case:${caseId}:order-isolation` });
  const { body } = await world.call('GET', `/cases/${caseId}`);
  id = String((body['isolation'] as { isolationId: string }).isolationId);
});

const version = async (): Promise<number> => (await world.call('GET', `/isolations/${id}`)).body.version;
const tell = async (path: string, body: unknown, more: Record<string, string> = {}) =>
  world.call('POST', `/isolations/${id}${path}`, body, {
    ...key(),
    'if-match': `"${await version()}"`,
    ...more,
  });

describe('an isolation', () => {
  test('has a page: state, history, tasks, its process', async () => {
    const { status, body } = await world.call('GET', `/isolations/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ isolationId: id, stage: 'ordered', kind: 'isolation', tasks: [] });
    expect(body.history.map(({ type }) => type)).toEqual(['IsolationOrdered']);
    expect(body['links']).toEqual({ process: `http://web/isolation/${id}`, case: `/cases/${caseId}` });
    expect(await world.call('GET', `/isolations/${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: 'isolation/not-found' },
    });
  });
  test('is not checked before its notice is proven; a notice by word of mouth proves it', async () => {
    expect(await tell('/checks', { outcome: 'inIsolation' })).toMatchObject({
      status: 409,
      body: { code: 'isolation/not-in-force' },
    });
    expect(await tell('/notices', { channel: 'verbal' })).toMatchObject({
      status: 200,
      body: { isolationId: id, stage: 'active' },
    });
    expect((await tell('/checks', { outcome: 'notReached' })).status).toBe(200);
  });
  test('a violation is reported, established by a person, and withdrawn after an objection', async () => {
    expect((await tell('/violations', { source: 'app' })).status).toBe(200);
    expect((await tell('/violations/1/establishment', {})).status).toBe(200);
    expect((await tell('/violations/1/withdrawal', { reason: 'objection-upheld' })).status).toBe(200);
    expect(await tell('/violations/7/establishment', {})).toMatchObject({
      status: 409,
      body: { code: 'isolation/violation-not-reported' },
    });
  });
  test('the same command again is answered the same; another body under its key is refused', async () => {
    const once = { ...key(), 'if-match': `"${await version()}"` };
    const path = `/isolations/${id}/officer`;
    const first = await world.call('POST', path, { officer: 'officer-7' }, once);
    expect(first.status).toBe(200);
    expect((await world.call('POST', path, { officer: 'officer-7' }, once)).body).toEqual(first.body);
    expect((await world.call('POST', path, { officer: 'officer-8' }, once)).status).toBe(422);
  });
  test.each([
    ['/checks', { outcome: 'maybe' }, 400],
    ['/checks', { outcome: 'inIsolation', more: 1 }, 400],
    ['/violations/0/withdrawal', { reason: 'unfounded' }, 400],
    ['/end', { endsAt: 'tomorrow', reason: 'symptoms', protocol: 'kr-covid-19/2020-06-25/1' }, 400],
    ['/notices', null, 400],
  ])('%s refuses %j', async (path, body, status) => {
    expect((await tell(path, body)).status).toBe(status);
  });
  test('needs the version that was read', async () => {
    expect((await world.call('POST', `/isolations/${id}/officer`, { officer: 'a' }, key())).status).toBe(428);
    expect((await tell('/officer', { officer: 'a' }, { 'if-match': '"1"' })).status).toBe(412);
  });
});
