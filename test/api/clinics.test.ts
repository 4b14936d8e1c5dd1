import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seen } from '../support/seen.ts';

const HOUR = 3_600_000;
const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const world = forThisFile(apiWorld);
let id = '';
beforeAll(async () => {
  await seen(world, ['kim', 'choi']);
  const { body, status } = await world.call(
    'POST',
    '/clinics',
    { district: '11110', placeCode: 'SC-1' },
    key(),
  );
  expect(status).toBe(201);
  id = String(body['clinicId']);
});

const tell = async (what: string, body: unknown, more: Record<string, string> = {}) =>
  world.call('POST', `/clinics/${id}/${what}`, body, {
    ...key(),
    'if-match': `"${(await world.call('GET', `/clinics/${id}`)).body.version}"`,
    ...more,
  });
/** Tomorrow in Seoul, and an hour of it. */
const midnight = Math.ceil((Date.now() + 9 * HOUR) / (24 * HOUR)) * 24 * HOUR - 9 * HOUR;
const date = new Date(midnight + 9 * HOUR).toISOString().slice(0, 10);
const at = (hour: number): string => new Date(midnight + hour * HOUR).toISOString();
const facility = {
  openingHours: Object.fromEntries(WEEK.map((name) => [name, { from: '09:00', to: '12:00' }])),
  booths: 2,
  capacityPerBoothHour: 10,
  kitsInStock: 100,
};
const shift = (staffId: string) => ({ staffId, role: 'tester', from: at(9), to: at(12) });

describe('a clinic', () => {
  test('has a facility, kits and shifts, and tells what a day lacks', async () => {
    expect(await tell('facility', facility)).toMatchObject({ status: 200 });
    expect(await tell('kits-used', { slip: 'OUT-1', kits: 40 })).toMatchObject({ status: 200 });
    expect(await tell('shifts', { date, shifts: [shift('kim')] })).toMatchObject({ status: 200 });
    const { body } = await world.call('GET', `/clinics/${id}?date=${date}`);
    expect(body).toMatchObject({ clinicId: id, stage: 'closed', kitsInStock: 60, tasks: [] });
    expect(body['onDay']).toMatchObject({ date, kitsLastForDays: 1, alarms: [] });
    expect((body['onDay'] as { gaps: unknown[] }).gaps).toHaveLength(3);
    expect(body['links']).toEqual({ process: `http://web/clinic/${id}/${date}` });
  });
  test('follows absence and cover', async () => {
    expect(await tell('absences', { staffId: 'kim', from: at(9) })).toMatchObject({ status: 200 });
    const cover = { staffId: 'kim', from: at(9), coveredBy: 'choi' };
    const once = key();
    const first = await tell('cover', cover, once);
    expect(await tell('cover', cover, { ...once, 'if-match': '"1"' })).toMatchObject({ body: first.body });
    expect((await tell('absences', { staffId: 'nobody', from: at(9) })).body['code']).toBe(
      'clinic/shift-unknown',
    );
  });
  test('refuses what cannot be', async () => {
    expect(await tell('facility', { ...facility, openingHours: { someday: {} } })).toMatchObject({
      status: 400,
    });
    expect(await tell('kits', { slip: '', kits: 1 })).toMatchObject({ status: 400 });
    expect(await tell('kits-used', { slip: 'OUT-9', kits: 900 })).toMatchObject({
      status: 409,
      body: { code: 'clinic/kits-exhausted' },
    });
    expect(await tell('throughput', { from: at(9), tested: 1 })).toMatchObject({
      status: 409,
      body: { code: 'clinic/not-open' },
    });
    expect(await tell('opening', {}, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(await world.call('GET', `/clinics/${randomUUID()}`)).toMatchObject({ status: 404 });
    expect(await tell('closing', {})).toMatchObject({ status: 200, body: { stage: 'closed' } });
    expect(await tell('closing-for-good', {})).toMatchObject({
      status: 200,
      body: { stage: 'closed-for-good' },
    });
    expect((await tell('opening', {})).body['code']).toBe('clinic/closed-for-good');
  });
});
