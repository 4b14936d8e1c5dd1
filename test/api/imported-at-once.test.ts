import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { pgBulk } from '../../activities/adapters/postgres/bulk.pg.ts';
import type { BulkUses } from '../../activities/bulk-work/bulk-uses.ts';
import type { ImportAbout } from '../../activities/bulk-work/enter-row.ts';
import { takeRow, type ImportSteps } from '../../activities/bulk-work/take-row.ts';
import { apiWorld, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { reporting } from '../support/reporting.ts';

const AT_ONCE = 8;

const world = forThisFile(apiWorld);
const office = reporting(world);

type Somebody = ReturnType<typeof somebody>;
/** The row of a list of its own, by which somebody is told of. */
const listed = (one: Somebody, steps: Partial<ImportSteps> = {}, about: Partial<ImportAbout> = {}) => {
  const uses: BulkUses = { ...world.uses, ...pgBulk(world.pool, seals), heart: { beat: () => undefined } };
  const runId = randomUUID();
  const place = { source: `list-${runId}`, disease: 'covid-19', district: '11110' };
  const patient = {
    ...{ patientId: 'P1', name: one.name, birthDate: one.birthDate, phone: one.phone, sex: 'male' as const },
    ...(about.episodes === 'past' ? { confirmedOn: '2020-06-01' } : {}),
  };
  const run = { runId, at: new Date().toISOString(), about: { ...place, ...about } };
  return takeRow(uses, { ...world.requests, ...steps }, run, { number: 2, patient });
};

test('reported between the look and the registration, a row finds the case of the report', async () => {
  const one = somebody();
  const reported: unknown[] = [];
  const row = await listed(one, {
    openCase: async (input) => {
      reported.push((await office.report({ person: one })).body.caseId);
      return world.requests.openCase(input);
    },
  });
  expect([row.outcome, row.details['caseId']]).toEqual(['already-there', reported[0]]);
  expect(await office.stored(one.phone)).toEqual({ people: 1, cases: 1 });
});

test('rows of several lists and reports of one person at the same moment are one person and one case', async () => {
  const one = somebody();
  const reports = Array.from({ length: AT_ONCE }, () => office.report({ person: one }));
  const rows = await Promise.all(Array.from({ length: AT_ONCE }, () => listed(one)));
  const statuses = (await Promise.all(reports)).map(({ status }) => status);
  const made = [...statuses.filter((status) => status === 201), ...rows.filter(isNew)];
  expect(made).toHaveLength(1);
  expect(rows.filter((row) => !isNew(row)).map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: AT_ONCE - rows.filter(isNew).length }, () => 'already-there'),
  );
  expect(await office.stored(one.phone)).toEqual({ people: 1, cases: 1 });
});
const isNew = ({ outcome }: Readonly<{ outcome: string }>) => ['created', 'matched'].includes(outcome);

test('two lists that tell of one past episode at the same moment record one person', async () => {
  const one = somebody();
  const rows = await Promise.all(
    Array.from({ length: AT_ONCE }, () => listed(one, {}, { episodes: 'past' })),
  );
  expect(rows.map(({ outcome }) => outcome).filter((outcome) => outcome === 'created')).toHaveLength(1);
  expect(await office.stored(one.phone)).toEqual({ people: 1, cases: 1 });
});

test.each(['live', 'past'] as const)(
  'told of elsewhere between the look and the registration, a row (%s) has a record of its own, and the headquarters are asked',
  async (episodes) => {
    const one = somebody();
    const afar: string[] = [];
    const toldFirst =
      <Input, Made>(step: (input: Input) => Promise<Made>) =>
      async (input: Input): Promise<Made> => {
        if (afar.length === 0)
          afar.push(
            (await office.report({ person: one, district: '26440' }, { within: '26440' })).body.personId,
          );
        return step(input);
      };
    const { openCase, recordEpisode } = world.requests;
    const steps = { openCase: toldFirst(openCase), recordEpisode: toldFirst(recordEpisode) };
    const row = await listed(one, steps, { episodes, within: '11110' });
    expect(row.outcome).toBe('created');
    expect(await office.stored(one.phone)).toEqual({ people: 2, cases: 2 });
    const here = (await office.recordsWith(one.phone)).filter((id) => id !== afar[0]);
    const asked = await office.asked(...here);
    expect(asked.map(({ district, perhaps }) => [district, perhaps])).toEqual([['00000', afar[0]]]);
  },
);
