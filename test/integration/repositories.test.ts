import { describe, expect, test } from '@jest/globals';
import { change, create } from '../../activities/change.ts';
import { announces } from '../../activities/policies.ts';
import type { Repositories } from '../../activities/ports/repositories.ts';
import {
  ChangedSinceRead,
  CommandAheadOfTime,
  CommandHandledBefore,
  CommandIdReused,
  type Repository,
} from '../../activities/ports/repository.ts';
import type { AggregateRoot, DomainEvent } from '../../domain/shared-kernel/aggregate-root.ts';
import { NotFound, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { caseId } from '../../domain/shared-kernel/id.ts';
import { type About, newId, now } from '../support/aggregate-makers.ts';
import { MAKERS } from '../support/every-repository.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { repositoryWorld } from '../support/repository-world.ts';

type Any = AggregateRoot<{ stage: string }, never, DomainEvent>;
const database = forThisFile(repositoryWorld);

/** What belongs to no case. */
const OF_NO_CASE: readonly string[] = [
  'people',
  'clinics',
  'protocolRecords',
  'bulkRuns',
  'staffAccounts',
  'exports',
  'webhookSubscriptions',
];

type Row = {
  aggregate_type: string;
  version: number;
  type: string;
  at: Date;
  actor: string;
  data: object;
  case_id: string | null;
  command_id: string | null;
  dispatched_at: Date | null;
};
const rowsOf = async (id: string): Promise<readonly Row[]> =>
  (await database.pool.query<Row>('select * from domain_event where aggregate_id = $1 order by seq', [id]))
    .rows;

test('there is a maker for every repository', () => {
  expect(Object.keys(MAKERS).sort()).toEqual(Object.keys(database.repositories).sort());
});

describe.each(Object.keys(MAKERS) as (keyof Repositories)[])('%s', (kind) => {
  const repository = (): Repository<Any> => database.repositories[kind] as unknown as Repository<Any>;
  const make = (about?: Pick<About, 'at' | 'caseId'>): Any => MAKERS[kind].make(about) as unknown as Any;
  const alter = MAKERS[kind].change as unknown as (one: Any) => void;
  const changed = (one: Any, commandId = newId()) =>
    change(repository() as never, one.id, { commandId, fingerprint: 'f' }, alter as never);

  test('gives back what was saved: the state, the version, and every event in order, without a gap', async () => {
    const about = caseId(newId());
    const one = make({ caseId: about });
    await repository().save(one);
    const { aggregate, handled } = await repository().load(one.id);
    expect(aggregate).toBeInstanceOf(one.constructor);
    expect(aggregate.state).toEqual(JSON.parse(JSON.stringify(one.state)));
    expect([aggregate.id, aggregate.version, aggregate.versionBefore]).toEqual([
      one.id,
      one.version,
      one.version,
    ]);
    expect([aggregate.news, handled]).toEqual([[], undefined]);
    alter(aggregate);
    expect(aggregate.news.length).toBeGreaterThan(0);
    await repository().save(aggregate);

    const rows = await rowsOf(one.id);
    const facts = [...one.news, ...aggregate.news];
    expect(rows.map(({ version }) => version)).toEqual(facts.map((_, index) => index + 1));
    expect(rows.map(({ type, at, actor, data }) => ({ type, at: at.getTime(), by: actor, ...data }))).toEqual(
      facts.map((fact) => ({ ...JSON.parse(JSON.stringify(fact)), at: new Date(fact.at).getTime() })),
    );
    expect(rows.map(({ case_id }) => case_id)).toEqual(
      facts.map(() => (OF_NO_CASE.includes(kind) ? null : about)),
    );
    expect(rows.map(({ dispatched_at }) => dispatched_at === null)).toEqual(
      facts.map(({ type }) => announces(type)),
    );
    const again = (await repository().load(one.id)).aggregate;
    expect(again.state).toEqual(JSON.parse(JSON.stringify(aggregate.state)));
    expect(again.version).toBe(facts.length);
  });

  test('knows nobody of that id', async () => {
    const error = await repository()
      .load(newId())
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotFound);
    expect((error as NotFound).code).toMatch(/^[a-z-]+\/not-found$/);
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
    const one = make({ at: now().plusHours(10 / 60) });
    await expect(repository().save(one)).rejects.toBeInstanceOf(CommandAheadOfTime);
    await expect(repository().load(one.id)).rejects.toBeInstanceOf(NotFound);
    expect(await rowsOf(one.id)).toEqual([]);
  });

  test('measures a change by the clock of a simulation where there is one', async () => {
    const setAhead = (ahead: string) =>
      database.pool.query('update simulation_clock set ahead = $1', [ahead]);
    const one = make();
    await repository().save(one);
    await setAhead('-1 hour');
    await expect(changed(one)).rejects.toBeInstanceOf(CommandAheadOfTime);
    expect((await repository().load(one.id)).aggregate.version).toBe(one.version);
    await setAhead('1 hour');
    await repository().save(make({ at: now().plusHours(1) }));
    await setAhead('0');
    expect((await changed(one)).version).toBeGreaterThan(one.version);
  });

  test('a new one that exists already is stale', async () => {
    const one = make();
    await repository().save(one);
    await expect(repository().save(one)).rejects.toBeInstanceOf(StaleAggregate);
  });

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
    const [first, second] = await Promise.all([changed(one, commandId), changed(one, commandId)]);
    expect(second).toEqual(first);
    expect((await rowsOf(one.id)).filter((event) => event.command_id === commandId).length).toBe(
      first.version - one.version,
    );
  });
});
