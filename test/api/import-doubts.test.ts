import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { apiWorld, diagnosis, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { cellsOf, csvOf } from '../support/import-list.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);

const who = (role: 'patient-manager' | 'auditor', place = '11110') =>
  tokenFor({ id: `${role}-${place}`, roles: [role], jurisdictions: [place] });

test('a row in doubt is read by whoever may identify people there and says why, and by nobody else', async () => {
  const opening = diagnosis();
  const { person } = opening;
  const { personId } = (await world.call('POST', '/cases', opening, key())).body;
  const row = { patient_id: 'D1', name: person.name, birth_date: person.birthDate, sex: person.sex };
  const sent = await world.call('POST', '/imports?source=doubts&district=11110', csvOf([cellsOf(1, row)]), {
    ...key(),
    'content-type': 'text/csv',
  });
  const runId = String(sent.body['runId']);
  // What the run's process does with such a row: its own test has it decided.
  const task = world.requests.decisionsOffered('import-doubtful');
  expect(task).toEqual(['samePerson', 'anotherPerson']);
  const taskId = randomUUID();
  await world.pool.query(
    `insert into task (id, version, state) values ($1, 1, '{"stage": "open", "kind": "import-doubtful", "district": "11110"}')`,
    [taskId],
  );
  await world.pool.query(
    `insert into bulk_result (run_id, subject_kind, subject_id, outcome, details)
     values ($1, 'row', '000002', 'doubtful', $2), ($1, 'row', '000003', 'created', '{}')`,
    [runId, JSON.stringify({ personId, taskId })],
  );

  const place = `/bulk-runs/${runId}/rows/2`;
  const why = { 'access-reason': 'correction' };
  const manager = await who('patient-manager');
  expect((await world.callAs(manager, 'GET', place)).body['code']).toBe('access/reason-missing');
  const read = await world.callAs(manager, 'GET', place, undefined, why);
  expect([read.status, read.body]).toEqual([
    200,
    {
      ...{ line: 2, personId, taskId, listId: 'D1', name: person.name, dateOfBirth: person.birthDate },
      ...{ sex: person.sex, phone: '010-7315-1001' },
    },
  ]);
  const codeOf = async (token: string, path: string) =>
    (await world.callAs(token, 'GET', path, undefined, why)).body['code'];
  expect(await codeOf(manager, `/bulk-runs/${runId}/rows/3`)).toBe('import/row-not-in-doubt');
  expect(await codeOf(await who('auditor'), place)).toBe('access/not-allowed');
  expect(await codeOf(await who('patient-manager', '26440'), place)).toBe('bulk-run/not-found');
  const { rows } = await world.pool.query<{ outcome: string }>(
    `select outcome from access_record where person_id = $1 and action = 'person:identify'`,
    [personId],
  );
  expect(rows).toEqual([{ outcome: 'allowed' }]);

  const doubtful = await world.call('GET', `/bulk-runs/${runId}/results?outcome=doubtful&outcome=refused`);
  expect(doubtful.body.items).toMatchObject([{ subjectId: '000002', outcome: 'doubtful' }]);
});

test('what is asked of a list is what its run is about', async () => {
  const aboutOf = async (asked: string, csv: string) => {
    const sent = await world.call('POST', `/imports?source=asked&district=11110${asked}`, csv, {
      ...key(),
      'content-type': 'text/csv',
    });
    const { about } = (await world.uses.bulkRuns.load(String(sent.body['runId']))).aggregate.state;
    return about;
  };
  const plain = { source: 'asked', disease: 'covid-19', district: '11110', within: '' };
  expect(await aboutOf('', csvOf([cellsOf(1)]))).toEqual(plain);
  const past = 'patient_id,confirmed_date\nA,2020-03-01\n';
  expect(await aboutOf('&episodes=past&dryRun=true', past)).toEqual({
    ...plain,
    ...{ episodes: 'past', dryRun: 'true' },
  });
  const visits = 'patient_id,date,province,city\nA,3/14/2020,Seoul,Jongno-gu\n';
  expect(await aboutOf('&kind=routes', visits)).toMatchObject({ ...plain, rows: 'routes' });
  const { status, body } = await world.call('POST', '/imports?source=asked&district=11110', past, {
    ...key(),
    'content-type': 'text/csv',
  });
  expect([status, body['columns']]).toEqual([422, 'name, phone, dateOfBirth']);
});
