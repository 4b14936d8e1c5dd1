import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { change, create } from '../../activities/change.ts';
import { announces } from '../../activities/policies.ts';
import {
  ChangedSinceRead,
  CommandAheadOfTime,
  CommandHandledBefore,
  CommandIdReused,
  type Repository,
} from '../../activities/ports/repository.ts';
import type { Repositories } from '../../activities/ports/repositories.ts';
import { v7 as uuidv7 } from 'uuid';
import { Test } from '../../domain/diagnostic-testing/test/test.ts';
import { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { Person } from '../../domain/patient-management/person/person.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import type { AggregateRoot, DomainEvent } from '../../domain/shared-kernel/aggregate-root.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { NotFound, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, isolationId, personId, taskId, testId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import { Task } from '../../domain/worklist/task.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

type Any = AggregateRoot<{ stage: string }, never, DomainEvent>;
let database: TestDatabase;
let repositories: Repositories;
beforeAll(async () => {
  database = await testDatabase();
  repositories = pgRepositories(database.pool, announces, seals);
});
afterAll(() => database.close());

const by = (at = Instant.ofEpochMilliseconds(Date.now())) => ({ by: 'officer', at });
const district = District.of('11110');
const newId = () => uuidv7();

/** For every kind: a new one, and a change that an existing one takes. */
const KINDS = {
  people: {
    make: (at?: Instant) => {
      const person = Person.unregistered(personId(newId()));
      const birthDate = BirthDate.of('1980-01-01', LocalDate.of('2026-01-01'));
      person.execute({
        type: 'RegisterPerson',
        name: PersonName.of('홍길동'),
        birthDate,
        sex: 'male',
        phone: PhoneNumber.of('010-1234-5678'),
        language: 'ko',
        district,
        ...by(at),
      });
      return person;
    },
    change: undefined,
  },
  cases: {
    make: (at?: Instant) => {
      const one = Case.unopened(caseId(newId()));
      one.execute({
        type: 'DiagnoseInfection',
        personId: personId(newId()),
        disease: disease('covid-19'),
        district,
        symptomatic: false,
        ...by(at),
      });
      return one;
    },
    change: (one: Case) => one.execute({ type: 'TransferToHospital', ...by() }),
  },
  tests: {
    make: (at?: Instant) => {
      const one = Test.unordered(testId(newId()));
      one.execute({
        type: 'OrderTest',
        caseId: caseId(newId()),
        purpose: 'release',
        sequence: 1,
        specimenId: specimenId('S'),
        ...by(at),
      });
      return one;
    },
    change: (one: Test) => one.execute({ type: 'RecordTestResult', result: 'negative', ...by() }),
  },
  isolations: {
    make: (at?: Instant) => {
      const one = Isolation.unordered(isolationId(newId()));
      one.execute({
        type: 'OrderIsolation',
        caseId: caseId(newId()),
        personId: personId(newId()),
        district,
        ...by(at),
      });
      return one;
    },
    change: (one: Isolation) => one.execute({ type: 'RecordNotice', ...by() }),
  },
  tasks: {
    make: (at?: Instant) => {
      const one = Task.unopened(taskId(newId()));
      one.execute({
        type: 'OpenTask',
        kind: 'no-answer',
        caseId: caseId(newId()),
        district,
        dueAt: Instant.ofEpochMilliseconds(Date.now()),
        ...by(at),
      });
      return one;
    },
    change: (one: Task) => one.execute({ type: 'CancelTask', ...by() }),
  },
} as const;

const rowsOf = async (id: string): Promise<{ version: number; type: string; command_id: string | null }[]> =>
  (
    await database.pool.query(
      'select version, type, command_id from domain_event where aggregate_id = $1 order by version',
      [id],
    )
  ).rows as never;

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('%s', (kind) => {
  const repository = (): Repository<Any> => repositories[kind] as unknown as Repository<Any>;
  const make = (at?: Instant): Any => KINDS[kind].make(at) as unknown as Any;
  const alter = KINDS[kind].change as ((one: Any) => void) | undefined;

  test('keeps state, version and every event together', async () => {
    const one = make();
    await repository().save(one);
    const { aggregate } = await repository().load(one.id);
    expect(aggregate.state).toEqual(one.state);
    expect(aggregate.version).toBe(one.version);
    expect((await rowsOf(one.id)).map(({ version, type }) => [version, type])).toEqual(
      one.news.map(({ type }, index) => [index + 1, type]),
    );
  });

  test('answers a handled command again, without effect', async () => {
    const one = make();
    const commandId = newId();
    const first = await create(repository() as never, one as never, { commandId, fingerprint: 'f' });
    await expect(repository().save(make(), { commandId, fingerprint: 'f' }, first)).rejects.toBeInstanceOf(
      CommandHandledBefore,
    );
    const again = await create(repository() as never, make() as never, { commandId, fingerprint: 'f' });
    expect(again).toEqual(first);
    await expect(
      create(repository() as never, make() as never, { commandId, fingerprint: 'g' }),
    ).rejects.toBeInstanceOf(CommandIdReused);
    const { rows } = await database.pool.query(
      'select count(distinct aggregate_id)::int as made from domain_event where command_id = $1',
      [commandId],
    );
    expect(rows).toEqual([{ made: 1 }]);
  });

  test('refuses what lies more than five minutes ahead of the database’s clock, and stores nothing', async () => {
    const one = make(Instant.ofEpochMilliseconds(Date.now() + 10 * 60_000));
    await expect(repository().save(one)).rejects.toBeInstanceOf(CommandAheadOfTime);
    await expect(repository().load(one.id)).rejects.toBeInstanceOf(NotFound);
    expect(await rowsOf(one.id)).toEqual([]);
  });

  test('a new one that exists already is stale', async () => {
    const one = make();
    await repository().save(one);
    await expect(repository().save(one)).rejects.toBeInstanceOf(StaleAggregate);
  });

  if (alter !== undefined) {
    test('refuses a stale version, and stores neither its events nor its command', async () => {
      const one = make();
      await repository().save(one);
      const [winner, loser] = [
        (await repository().load(one.id)).aggregate,
        (await repository().load(one.id)).aggregate,
      ];
      alter(winner);
      alter(loser);
      await repository().save(winner);
      const commandId = newId();
      await expect(
        repository().save(loser, { commandId }, { id: one.id, version: 9, stage: '' }),
      ).rejects.toBeInstanceOf(StaleAggregate);
      expect((await rowsOf(one.id)).at(-1)?.version).toBe(winner.version);
      expect((await repository().load(one.id, commandId)).handled).toBeUndefined();
    });

    test('two at one moment: one wins, the other is told the present version', async () => {
      const one = make();
      await repository().save(one);
      const ask = () =>
        change(
          repository() as never,
          one.id,
          { commandId: newId(), fingerprint: 'f', expectedVersion: one.version },
          alter as never,
        );
      const outcomes = await Promise.allSettled([ask(), ask()]);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(ChangedSinceRead);
      expect(lost[0]?.reason.currentVersion).toBeGreaterThan(one.version);
    });

    test('the same command twice at one moment takes effect once, and both are answered alike', async () => {
      const one = make();
      await repository().save(one);
      const commandId = newId();
      const ask = () =>
        change(repository() as never, one.id, { commandId, fingerprint: 'f' }, alter as never);
      const [first, second] = await Promise.all([ask(), ask()]);
      expect(second).toEqual(first);
      expect((await rowsOf(one.id)).filter((event) => event.command_id === commandId).length).toBe(
        first.version - one.version,
      );
    });
  }
});
