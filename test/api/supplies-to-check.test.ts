import { expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

/** Supplies of somebody whose isolation has begun, as its process opens them; and that step. */
const supplied = async (before: (caseId: string) => Promise<unknown> = async () => undefined) => {
  const { caseId } = await world.opened();
  const at = new Date().toISOString();
  await world.steps.orderIsolation({ caseId, at, commandId: `case:${caseId}:order-isolation` });
  const isolation = (await world.call('GET', `/isolations?caseId=${caseId}`)).body.items[0]?.['isolationId'];
  const ifMatch = { ...key(), 'if-match': '"1"' };
  await world.call('POST', `/isolations/${isolation}/notices`, { channel: 'verbal' }, ifMatch);
  await before(caseId);
  const step = { id: String(isolation), at, commandId: `isolation:${isolation}:supplies` };
  await world.steps.openSuppliesWhenDue(step);
  const [supplies] = (await world.call('GET', `/supplies?isolationId=${isolation}`)).body.items;
  if (supplies?.['stage'] !== 'opened') throw new Error('no supplies were opened');
  return { caseId, at, step, suppliesId: String(supplies['suppliesId']) };
};
const tasksAbout = async (id: string) => (await world.call('GET', `/tasks?subject=${id}`)).body.items;
const tell = (suppliesId: string, what: string, body: object) =>
  world.call('POST', `/supplies/${suppliesId}/${what}`, body, { ...key(), 'if-match': '"1"' });

test('what is missing is on the list of staff from the beginning, once, due when the household’s time is over and half a day more', async () => {
  const { step, suppliesId, at } = await supplied();
  await world.steps.openSuppliesWhenDue(step); // a stop came before its answer
  const tasks = await tasksAbout(suppliesId);
  expect(tasks).toMatchObject([
    { kind: 'essentials-check', team: 'isolation-management', district: '11110' },
  ]);
  const hours = (Date.parse(String(tasks[0]?.['dueAt'])) - Date.parse(at)) / 3_600_000;
  expect(hours).toBeCloseTo(36, 2);
});

test('it is the very task that the process asks for when nobody has answered', async () => {
  const { suppliesId, at } = await supplied();
  const { taskId } = await world.steps.openTaskAbout({
    kind: 'essentials-check',
    subject: { kind: 'supplies', id: suppliesId },
    district: '11110',
    commandId: `supplies:${suppliesId}:essentials-check-1:task`,
    by: 'process:supplies',
    at,
  });
  expect(await tasksAbout(suppliesId)).toMatchObject([{ taskId }]);
});

test.each([
  ['entered', 'check', { missing: [] }],
  ['called off', 'cancellation', { because: 'not-wanted' }],
])('once it is %s nobody has to ask any more', async (_what, path, body) => {
  const { suppliesId } = await supplied();
  expect((await tell(suppliesId, path, body)).status).toBe(200);
  expect(await tasksAbout(suppliesId)).toEqual([]);
});

test('nor once its process calls it off, because the isolation had ended before it began', async () => {
  const { suppliesId, at } = await supplied();
  const step = { by: 'process:supplies', at, commandId: `supplies:${suppliesId}:cancelled:${at}` };
  await world.steps.cancelSupplies({ ...step, suppliesId, because: 'released' });
  expect(await tasksAbout(suppliesId)).toEqual([]);
});

test('nobody is asked while it is in doubt who the patient is', async () => {
  const { suppliesId } = await supplied((caseId) =>
    world.pool.query(
      `update disease_case set state = state || '{"identityInDoubt": "2026-01-01T00:00:00Z"}' where id = $1`,
      [caseId],
    ),
  );
  expect(await tasksAbout(suppliesId)).toEqual([]);
});
