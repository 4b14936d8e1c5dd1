import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { change } from '../../activities/change.ts';
import type { RouteCommand } from '../../domain/epidemiological-investigation/route/route.commands.ts';
import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import { DomainError } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, personId, routeId } from '../../domain/shared-kernel/id.ts';
import { aCase, newId } from '../support/aggregate-makers.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { repositoryWorld } from '../support/repository-world.ts';
import {
  begun,
  corrected,
  destroyed,
  established,
  finished,
  rejected,
  reopened,
  seen,
  stay,
} from '../support/route-fixtures.ts';

const database = forThisFile(repositoryWorld);

async function aStoredRoute() {
  const about = { caseId: caseId(newId()), personId: personId(newId()) };
  const theCase = aCase(about);
  await database.repositories.cases.save(theCase);
  const route = Route.unbegun(routeId(newId()));
  route.execute({ ...begun(), caseId: caseId(theCase.id) } as RouteCommand);
  await database.repositories.routes.save(route);
  return {
    id: route.id,
    caseId: theCase.id,
    personId: theCase.state.personId,
    district: theCase.state.district,
  };
}
type Stored = Awaited<ReturnType<typeof aStoredRoute>>;
const told = (of: Stored, ...commands: readonly RouteCommand[]) =>
  change(database.repositories.routes, of.id, {}, (route) =>
    commands.forEach((command) => route.execute(command)),
  );

const rowsOf = async ({ id }: Stored): Promise<readonly unknown[]> => {
  const { rows } = await database.pool.query<Record<string, unknown>>(
    'select * from visit where route_id = $1 order by visit_id collate "C"',
    [id],
  );
  return rows;
};
/** What the rows have to be: said once more, from the aggregate. */
async function expected(of: Stored): Promise<readonly unknown[]> {
  const { visits } = (await database.repositories.routes.load(of.id)).aggregate.state;
  const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return visits
    .map((visit) => ({
      route_id: of.id,
      visit_id: visit.visitId,
      case_id: of.caseId,
      person_id: of.personId,
      case_district: of.district,
      place_id: visit.placeId,
      district: visit.district,
      came: new Date(visit.from),
      went: new Date(visit.to),
      standing: visit.standing,
      sources: visit.evidence,
      confidence: visit.confidence,
      lasts: [1, 4, 24].find((most) => hours(visit.from, visit.to) <= most) ?? 0,
    }))
    .sort((one, other) => (one.visit_id < other.visit_id ? -1 : 1));
}
const inStep = async (of: Stored): Promise<void> => expect(await rowsOf(of)).toEqual(await expected(of));

test('the rows are the visits of the route after each of its commands', async () => {
  const route = await aStoredRoute();
  const steps: readonly RouteCommand[] = [
    seen('C', 'interview', stay('12:00', '12:30')),
    seen('D', 'card', stay('13:00', '13:10')),
    seen('B', 'gps', stay('12:20', '13:05')), // makes one visit of the two
    seen('E', 'interview', stay('15:00'), { place: 'STATION', district: '26440' }),
    established('C'),
    rejected('E'),
    rejected('B', 'wrong-place'),
    seen('F', 'cctv', stay('12:25', '12:40')),
    established('F'),
    established('E'),
    corrected('E', stay('15:00', '22:30')),
    finished(),
    reopened(),
    finished(),
    destroyed(),
  ];
  const counts: number[] = [];
  for (const step of steps) {
    await told(route, step);
    await inStep(route);
    counts.push((await rowsOf(route)).length);
  }
  expect(counts).toEqual([1, 2, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 0]);
});

test('the rows are the visits of the route, whatever is told in whatever order', async () => {
  const id = fc.constantFrom('A', 'B', 'C', 'D');
  const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const span = fc
    .tuple(time, time)
    .map(([one, other]) => (one < other ? stay(one, other) : stay(other, one)));
  const place = fc.constantFrom('CAFE', 'GYM');
  const source = fc.constantFrom('interview', 'card', 'cctv');
  const command: fc.Arbitrary<RouteCommand> = fc.oneof(
    fc
      .tuple(id, source, span, place)
      .map(([visit, from, at, where]) => seen(visit, from, at, { place: where })),
    id.map((visit) => established(visit)),
    id.map((visit) => rejected(visit)),
    fc.tuple(id, span).map(([visit, at]) => corrected(visit, at)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 10 }), async (commands) => {
      const route = await aStoredRoute();
      for (const one of commands) {
        await told(route, one).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
      }
      await inStep(route);
    }),
    { numRuns: 25 },
  );
});

test('changes at the same moment leave the rows as the route is', async () => {
  const route = await aStoredRoute();
  await told(route, seen('AA', 'interview', stay('08:00', '09:00')));
  const outcomes = await Promise.allSettled([
    ...['B', 'C', 'D', 'E'].map((id, hour) => told(route, seen(id, 'card', stay(`1${hour}:00`)))),
    told(route, established('AA')),
    told(route, seen('F', 'cctv', stay('08:30', '10:00'))),
  ]);
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  await inStep(route);
});

test('a change that is not saved leaves no rows', async () => {
  const route = await aStoredRoute();
  const one = (await database.repositories.routes.load(route.id)).aggregate;
  await told(route, seen('A', 'interview', stay('08:00')));
  one.execute(seen('B', 'interview', stay('09:00')));
  await expect(database.repositories.routes.save(one, { commandId: randomUUID() })).rejects.toThrow(
    'aggregate/stale',
  );
  await inStep(route);
  expect(await rowsOf(route)).toHaveLength(1);
});

const moved = (of: Stored, district: string) =>
  database.pool.query(
    `update disease_case set state = state || jsonb_build_object('district', $2::text) where id = $1`,
    [of.caseId, district],
  );
const districtsOf = async (of: Stored): Promise<readonly unknown[]> =>
  (await rowsOf(of)).map((row) => (row as { case_district: string }).case_district);

test('a case that goes to another district takes its visits along', async () => {
  const [route, other] = [await aStoredRoute(), await aStoredRoute()];
  for (const one of [route, other]) await told(one, seen('A', 'interview', stay('08:00')));
  await moved(route, '26440');
  await told(route, seen('B', 'interview', stay('09:00')));
  expect(await districtsOf(route)).toEqual(['26440', '26440']);
  expect(await districtsOf(other)).toEqual([other.district]);
});

test('a visit that is recorded while its case goes to another district goes too', async () => {
  for (const isFirst of ['case', 'route']) {
    const route = await aStoredRoute();
    const client = await database.pool.connect();
    await client.query('begin');
    const visits = JSON.stringify([...(await laterVisits(route))]);
    const recorded = (by: { query: typeof client.query }) =>
      by.query(`update route set state = jsonb_set(state, '{visits}', $2) where id = $1`, [route.id, visits]);
    const isMoved = (by: { query: typeof client.query }) =>
      by.query(`update disease_case set state = state || '{"district": "26440"}' where id = $1`, [
        route.caseId,
      ]);
    const [one, other] = isFirst === 'case' ? [isMoved, recorded] : [recorded, isMoved];
    await one(client);
    const waiting = other(database.pool as never);
    await new Promise((resolve) => setTimeout(resolve, 200)); // until it stands before the lock
    await client.query('commit');
    client.release();
    await waiting;
    expect([isFirst, await districtsOf(route)]).toEqual([isFirst, ['26440']]);
  }
});

/** What the route would have with one visit more; it is not stored. */
async function laterVisits({ id }: Stored) {
  const route = (await database.repositories.routes.load(id)).aggregate;
  route.execute(seen('A', 'interview', stay('08:00')));
  return route.state.visits;
}
