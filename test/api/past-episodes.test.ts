import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { pastWorld } from '../support/past-story.ts';

const world = forThisFile(pastWorld);

const eventsOf = async (id: string): Promise<readonly string[]> =>
  (
    await world.pool.query<{ type: string }>(
      'select type from domain_event where aggregate_id = $1 order by version',
      [id],
    )
  ).rows.map(({ type }) => type);
const allEvents = async (): Promise<number> =>
  (await world.pool.query<{ n: number }>('select count(*)::int as n from domain_event')).rows[0]?.n ?? 0;

describe('the page of a recorded case', () => {
  test('says that it was recorded from a list, that no rule decides, and that nothing is next', async () => {
    const ended = { as: 'deceased', on: '2020-03-20' } as const;
    const { id } = await world.story.episode({ dateOfSymptomOnset: '2020-02-27', ended });
    const { status, body } = await world.call('GET', `/cases/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      stage: 'recorded',
      classification: 'confirmed',
      dateOfSymptomOnset: '2020-02-27',
      confirmedAt: '2020-03-02T00:00:00+09:00',
      recorded: {
        confirmedOn: '2020-03-02',
        ended,
        note: { en: expect.stringContaining('not led by this system') },
      },
      registration: null,
      outcome: { outcome: 'deceased', on: '2020-03-20' },
      why: { rule: 'none', missing: [], tracks: [] },
      next: { waitingFor: 'nothing', at: null },
      isolation: null,
      tasks: [],
      links: {},
    });
    expect(body.history.map(({ type }) => type)).toEqual(['EpisodeRecorded']);
  });
  test('its onset is corrected there, and only there', async () => {
    const { id } = await world.story.episode();
    const onset = { dateOfSymptomOnset: '2020-02-28' };
    const corrected = await world.call('POST', `/cases/${id}/recorded-onset`, onset, {
      ...key(),
      'if-match': '"1"',
    });
    expect(corrected.status).toBe(200);
    expect((await world.call('GET', `/cases/${id}`)).body).toMatchObject({ ...onset, stage: 'recorded' });
    const led = await world.opened();
    const refused = await world.call('POST', `/cases/${led.caseId}/recorded-onset`, onset, {
      ...key(),
      'if-match': `"${led.version}"`,
    });
    expect([refused.status, refused.body['code']]).toEqual([409, 'case/not-recorded']);
  });
  test('it goes to another district when that one accepts', async () => {
    const { id } = await world.story.episode({ district: '11110' });
    const offered = await world.call(
      'POST',
      `/cases/${id}/hand-overs`,
      { to: '11140', reason: 'workload' },
      key(),
    );
    expect(offered.status).toBe(201);
    await world.call(
      'POST',
      `/cases/${id}/withdrawal`,
      { reason: 'entered-by-mistake' },
      { ...key(), 'if-match': '"1"' },
    );
    const again = await world.call(
      'POST',
      `/cases/${id}/hand-overs`,
      { to: '11140', reason: 'workload' },
      key(),
    );
    expect(again.body['code']).toBe('hand-over/of-a-closed-case');
  });
});

describe('a person known from a list', () => {
  test('shows what it told and nothing for the rest, on lines and on their page', async () => {
    const { id, personId } = await world.story.episode();
    const reason = { 'access-reason': 'investigation' };
    const columns = [
      'name',
      'dateOfBirth',
      'age',
      'ageGroup',
      'phone',
      'sex',
      'stage',
      'reportDate',
      'confirmationDate',
    ];
    const path = `/cases?stage=recorded&${columns.map((one) => `columns=${one}`).join('&')}`;
    const { status, body } = await world.call('GET', path, undefined, reason);
    expect(status).toBe(200);
    expect(
      (body.items as unknown as readonly { caseId: string }[]).find((one) => one.caseId === id),
    ).toMatchObject({
      stage: 'recorded',
      name: null,
      dateOfBirth: null,
      age: null,
      ageGroup: '50s',
      phone: null,
      sex: 'male',
      reportDate: null,
      confirmationDate: '2020-03-02',
    });
    const page = await world.call('GET', `/people/${String(personId)}`);
    expect(page.body['pseudonym']).toEqual({ name: null, yearOfBirth: null, ageGroup: '50s', phone: null });
    const whole = await world.call('GET', `/people/${String(personId)}/identity`, undefined, reason);
    expect(whole.body['values']).toEqual({ sex: 'male', ageGroup: '50s' });
  });
  test('is completed by staff, and found from then on', async () => {
    const personId = String((await world.story.episode())['personId']);
    const values = { name: '서문가온', phone: '010-7777-1234', birthDate: '1969-04-05' };
    const done = await world.call('POST', `/people/${personId}/values`, values, {
      ...key(),
      'if-match': '"1"',
    });
    expect(done.status).toBe(200);
    const reason = { 'access-reason': 'investigation' };
    const found = await world.call('POST', '/people/searches', { name: '서문가온' }, reason);
    expect(found.body.items).toMatchObject([{ personId, name: '서문가온', ageGroup: null }]);
  });
});

describe('told twice', () => {
  test('the same command makes one person and one case, also after a stop between the two', async () => {
    const commandId = randomUUID();
    const first = await world.story.episode({ commandId });
    const before = await allEvents();
    expect(await world.story.episode({ commandId })).toEqual(first);
    expect(await allEvents()).toBe(before);
    const personId = String(first['personId']);
    await expect(world.story.episode({ person: { personId } })).rejects.toMatchObject({
      code: 'case/already-recorded',
      params: { caseId: first.id },
    });
    const again = await world.story.episode({ person: { personId }, confirmedOn: '2020-06-01' });
    expect((await world.uses.cases.load(again.id)).aggregate.state.previousCaseId).toBe(first.id);
  });
  test('the same link and the same visits are quiet, and new visits are added', async () => {
    const [a, b] = [(await world.story.episode()).id, (await world.story.episode()).id];
    const link = await world.story.infected(a, b);
    expect((await world.story.infected(a, b)).id).toBe(link.id);
    expect(await eventsOf(link.id)).toEqual(['InfectionRecorded']);
    const { id } = await world.story.route(a, 'BAR-1', '2020-02-20', '2020-02-21');
    expect((await world.story.route(a, 'BAR-1', '2020-02-21', '2020-02-22', '2020-02-20')).id).toBe(id);
    expect(await eventsOf(id)).toEqual(['RouteRecorded', 'VisitRecorded', 'VisitRecorded', 'VisitRecorded']);
  });
});
