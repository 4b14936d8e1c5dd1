import { describe, expect, test } from '@jest/globals';
import { pgRetention } from '../../activities/adapters/postgres/retention.pg.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { pastWorld } from '../support/past-story.ts';

const world = forThisFile(pastWorld);

const ONSET = { dateOfSymptomOnset: '2020-02-29' };

describe('tracing', () => {
  test('sees who infected whom, over generations, and what cannot be', async () => {
    const onset = (day: string) => ({ dateOfSymptomOnset: day });
    const a = (await world.story.episode(onset('2020-02-20'))).id;
    const b = (await world.story.episode(onset('2020-02-24'))).id;
    const c = (await world.story.episode(onset('2020-01-02'))).id; // ill long before who is said to have infected them
    await world.story.infected(a, b);
    await world.story.infected(b, c);
    const { body } = await world.call('GET', `/cases/${b}/transmission`);
    expect(body['cases']).toMatchObject([
      { caseId: a, generation: 0, dateOfSymptomOnset: '2020-02-20', confirmedOn: '2020-03-02' },
      { caseId: b, generation: 1 },
      { caseId: c, generation: 2 },
    ]);
    expect(body['infections']).toHaveLength(2);
    expect(body['infections']).toContainEqual(
      expect.objectContaining({ infectedBy: a, caseId: b, certainty: 'probable', serialInterval: 4 }),
    );
    expect(JSON.stringify(body['findings'])).toContain('ill-before-infector-was-infectious');
    const degrees = await world.call('GET', `/cases/${a}/contact-degrees?degrees=2`);
    expect(degrees.body.items).toHaveLength(2);
  });
  test('sees who was at a place on the same day', async () => {
    const [a, b] = [(await world.story.episode(ONSET)).id, (await world.story.episode(ONSET)).id];
    for (const caseId of [a, b]) await world.story.route(caseId, 'CLUB-9', '2020-03-01');
    const { rows } = await world.pool.query(
      `select came, went, standing, sources, confidence from visit where case_id = $1`,
      [a],
    );
    expect(rows).toMatchObject([{ standing: 'undecided', sources: ['list'], confidence: 'low' }]);
    const { body } = await world.call('GET', `/cases/${a}/co-visitors`);
    expect(JSON.stringify(body)).toContain(b);
  });
  test('a recorded link between open cases keeps both going', async () => {
    const [a, b] = [await world.opened(), await world.opened()];
    const { id } = await world.story.infected(a.caseId, b.caseId);
    expect((await world.uses.contacts.load(id)).aggregate.state).toMatchObject({ transmission: 'probable' });
    expect((await world.uses.cases.load(b.caseId)).aggregate.state.stage).toBe('confirmed');
  });
});

test('visits of 2020 that are recorded today are kept as long as any, counted from today', async () => {
  const { id } = await world.story.route((await world.story.episode()).id, 'BAR-2', '2020-02-20');
  const dueOn = (days: number) => {
    const before = new Date(Date.now() + days * 86_400_000).toISOString();
    const asked = {
      what: 'route-visits',
      before,
      since: new Date().toISOString(),
      by: 'process:bulk',
    } as const;
    return pgRetention(world.pool).isExpired(id, asked);
  };
  // `before` is the night of the sweep less the 28 days for which visits are kept.
  expect(await dueOn(-28)).toBe(false);
  expect(await dueOn(-1)).toBe(false);
  expect(await dueOn(1)).toBe(true);
});
