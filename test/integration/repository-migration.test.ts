import { describe, expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import { pgOpenCases } from '../../activities/adapters/postgres/open-cases.pg.ts';
import type { CaseCommand } from '../../domain/patient-management/case/case.commands.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, personId } from '../../domain/shared-kernel/id.ts';
import { aCase, anIsolation } from '../support/aggregate-makers.ts';
import * as cases from '../support/case-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { assigned, ended, notified } from '../support/isolation-fixtures.ts';
import { correctedTo } from '../support/person-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { collected, corrected, resulted } from '../support/test-fixtures.ts';
import { oldDatabase, type Row, ROWS, rowOf, rowsOf } from './old-database.ts';

const database = forThisFile(oldDatabase);

/** Noon in Seoul, so many days after the onset of the old cases: before whatever today is. */
const day = (count: number): Instant => Instant.of('2021-03-01T03:00:00Z').plusHours(count * 24);

/** Loads the row, has it take the commands, saves it, and answers what is loaded then. */
async function next(type: Row['type'], what: string, ...commands: readonly object[]): Promise<object> {
  const { id, version } = rowOf(type, what);
  const repository = database.repositoryOf(type);
  const { aggregate } = await repository.load(id);
  expect(aggregate.version).toBe(version);
  for (const command of commands) aggregate.execute(command as never);
  expect(aggregate.news.length).toBeGreaterThanOrEqual(commands.length);
  await repository.save(aggregate);
  const again = (await repository.load(id)).aggregate;
  expect(again.version).toBe(version + aggregate.news.length);
  expect(again.state).toEqual(JSON.parse(JSON.stringify(aggregate.state)));
  return again.state;
}

test('the migration runs once, and leaves every row with its version and its facts', async () => {
  const [first, again] = database.migrations;
  expect(first?.[0]).toBe('0002_whole-model');
  expect(again).toEqual([]);
  for (const { type, id, version, facts } of ROWS) {
    expect((await database.repositoryOf(type).load(id)).aggregate.version).toBe(version);
    const { rows } = await database.pool.query<{ type: string }>(
      'select type from domain_event where aggregate_id = $1 order by version',
      [id],
    );
    expect(rows.map((row) => row.type)).toEqual(facts.map((fact) => fact.type));
  }
});

test('old rows are found by what is looked up: telephone, case, open tasks, open cases of the disease', async () => {
  const lookups = pgLookups(database.pool, seals.phoneIndex);
  expect(await lookups.casesAtHomeByPhone('+821012345678')).toMatchObject([
    { caseId: rowOf('case', 'asked for symptoms').id, asked: true },
    { caseId: rowOf('case', 'reported').id, asked: false },
    { caseId: rowOf('case', 'retested once').id, asked: false },
    { caseId: rowOf('case', 'back from hospital').id, asked: false },
  ]);
  const isolation = rowOf('isolation', 'notified');
  const { caseId: isolated } = isolation.state as { caseId: string };
  expect(await lookups.isolationOfCase(isolated)).toBe(isolation.id);
  expect(await lookups.openTasksOfCase(isolated)).toEqual([rowOf('task', 'open').id]);
  const open = await pgOpenCases(database.pool).page({ disease: 'covid-19', limit: 100 });
  expect(open.map((one) => one.caseId)).toEqual(
    rowsOf('case')
      .filter(({ what }) => !['suspected', 'left open by a result', 'released', 'withdrawn'].includes(what))
      .map(({ id }) => id),
  );
});

test('of open cases that one person had already, each goes on, and the first stands for the rule', async () => {
  const { rows } = await database.pool.query<{ id: string }>(
    'select id from disease_case where beside_another order by id',
  );
  const open = rowsOf('case').filter(({ what }) => !['released', 'withdrawn'].includes(what));
  expect(rows.map(({ id }) => id)).toEqual(open.slice(1).map(({ id }) => id));
  const { personId: whose } = rowOf('case', 'suspected').state as { personId: string };
  await expect(database.repositories.cases.save(aCase({ personId: personId(whose) }))).rejects.toBeInstanceOf(
    StaleAggregate,
  );
});

test('an old case is not isolated twice', async () => {
  const { caseId: isolated } = rowOf('isolation', 'ended').state as { caseId: string };
  await expect(
    database.repositories.isolations.save(anIsolation({ caseId: caseId(isolated) })),
  ).rejects.toBeInstanceOf(StaleAggregate);
});

describe('the next command of', () => {
  const { rule } = cases.checked() as Extract<CaseCommand, { type: 'CheckReleaseCriteria' }>;
  const NEXT: Readonly<Record<string, readonly [stage: string, ...commands: readonly CaseCommand[]]>> = {
    suspected: ['confirmed', cases.diagnosticResult('positive', day(4))],
    'left open by a result': ['not-a-case', cases.settled('ruleOut', day(4))],
    'confirmed by a test': [
      'home-treatment',
      cases.treated(day(4)),
      { type: 'PlanReleaseCheck', rule, by: 'officer', at: day(4) },
    ],
    'asked for symptoms': [
      'released',
      cases.reported('improving', day(12)),
      cases.checked(day(12)),
      cases.released(day(12)),
    ],
    reported: ['symptom-check', cases.planned(day(16)), cases.asked(day(17))],
    'retested once': [
      'retest',
      cases.asked(day(14)),
      cases.reported('notImproved', day(14)),
      cases.checked(day(14)),
    ],
    'in hospital': ['confirmed', cases.returned(day(8))],
    'back from hospital': ['symptom-check', cases.planned(day(8)), cases.asked(day(12))],
    released: [
      'released',
      {
        type: 'RecordOutcome',
        outcome: 'recovered',
        dateOfOutcome: day(14).dateInSeoul(),
        by: 'officer',
        at: day(15),
      },
    ],
    withdrawn: ['withdrawn', cases.registered('KR-2021-000009', day(14))],
  };

  test('every old case is here', () => {
    expect(Object.keys(NEXT)).toEqual(rowsOf('case').map(({ what }) => what));
  });

  test.each(Object.entries(NEXT))('a case, %s', async (what, [stage, ...commands]) => {
    expect(await next('case', what, ...commands)).toMatchObject({ stage });
  });

  test.each([
    ['ordered', 'active', notified('sms', day(3))],
    ['ordered at night', 'active', notified('paper', day(4))],
    ['notified', 'ended', ended('released', day(12))],
    ['ended', 'ended', undefined],
  ])('an isolation, %s', async (what, stage, command) => {
    if (command === undefined) {
      const { aggregate } = await database.repositoryOf('isolation').load(rowOf('isolation', what).id);
      expect(() => aggregate.execute(assigned('officer-2', day(15)) as never)).toThrow(/^isolation\//);
      return;
    }
    expect(await next('isolation', what, command)).toMatchObject({ stage, kind: 'isolation' });
  });

  test('a test, ordered', async () => {
    const at = day(4);
    const commands = [collected({ collectedAt: day(3), at }), resulted({ at })];
    expect(await next('test', 'ordered', ...commands)).toMatchObject({
      stage: 'resulted',
      result: 'positive',
    });
  });

  test('a test, resulted', async () => {
    expect(await next('test', 'resulted', corrected('positive', day(14)))).toMatchObject({
      stage: 'corrected',
      earlierResults: [{ result: 'negative', at: day(12).toString() }],
    });
  });

  test('a task, open', async () => {
    const by = { by: 'officer', at: day(12) };
    expect(
      await next(
        'task',
        'open',
        { type: 'ClaimTask', ...by },
        { type: 'DecideTask', decision: 'done', ...by },
      ),
    ).toMatchObject({ stage: 'decided', owner: 'officer' });
  });

  test('a person, whose values are sealed now', async () => {
    const { id, personal } = rowOf('person', 'person');
    expect((await database.repositories.people.load(id)).aggregate.personal).toEqual(personal);
    await next('person', 'person', { ...correctedTo({ sex: 'female' }), at: day(5) });
    expect((await database.repositories.people.load(id)).aggregate.personal).toEqual({
      ...personal,
      sex: 'female',
    });
  });
});
