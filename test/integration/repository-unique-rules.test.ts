import { describe, expect, test } from '@jest/globals';
import { pgLookups } from '../../activities/adapters/postgres/lookups.pg.ts';
import type { Repositories } from '../../activities/ports/repositories.ts';
import type { Repository } from '../../activities/ports/repository.ts';
import type { AggregateRoot, DomainEvent } from '../../domain/shared-kernel/aggregate-root.ts';
import { NotFound, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, isolationId, personId } from '../../domain/shared-kernel/id.ts';
import {
  type About,
  aCase,
  aContact,
  aDisease,
  aHandOver,
  aLivingSupport,
  anIsolation,
  aPerson,
  aProtocol,
  aQuarantine,
  aRoute,
  newId,
  now,
  someSupplies,
} from '../support/aggregate-makers.ts';
import { died } from '../support/case-fixtures.ts';
import { dropped } from '../support/contact-fixtures.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { ended } from '../support/isolation-fixtures.ts';
import { reversed } from '../support/living-support-fixtures.ts';
import { mergedInto } from '../support/person-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { repositoryWorld } from '../support/repository-world.ts';
import { suppliesCancelled } from '../support/supplies-fixtures.ts';

type Any = AggregateRoot<unknown, never, DomainEvent>;
const database = forThisFile(repositoryWorld);

type Rule = Readonly<{
  rule: string;
  kind: keyof Repositories;
  make: (about: About) => unknown;
  /** What only one may have. */
  key: () => About;
  /** By a part of the key alone nobody is refused. */
  others: readonly (keyof About)[];
}>;
const ofCase = () => ({ caseId: caseId(newId()) });
const ofPerson = () => ({ personId: personId(newId()) });
const ofIsolation = () => ({ isolationId: isolationId(newId()) });

const RULES: readonly Rule[] = [
  {
    rule: 'one open case per person and disease',
    kind: 'cases',
    make: (about) => aCase({ ...about, caseId: caseId(newId()) }),
    key: () => ({ ...ofPerson(), disease: aDisease() }),
    others: ['personId', 'disease'],
  },
  {
    rule: 'one isolation per case',
    kind: 'isolations',
    make: anIsolation,
    key: ofCase,
    others: ['personId'],
  },
  { rule: 'one quarantine per person', kind: 'isolations', make: aQuarantine, key: ofPerson, others: [] },
  {
    rule: 'one contact per source case and person',
    kind: 'contacts',
    make: aContact,
    key: () => ({ ...ofCase(), ...ofPerson() }),
    others: ['caseId', 'personId'],
  },
  { rule: 'one open hand-over per case', kind: 'handOvers', make: aHandOver, key: ofCase, others: [] },
  { rule: 'one route per case', kind: 'routes', make: aRoute, key: ofCase, others: [] },
  {
    rule: 'one protocol series per disease and jurisdiction',
    kind: 'protocolRecords',
    make: aProtocol,
    key: () => ({ disease: aDisease(), jurisdiction: `kr-${Number.parseInt(newId().slice(-8), 16)}` }),
    others: ['disease', 'jurisdiction'],
  },
  {
    rule: 'one open supplies per isolation',
    kind: 'supplies',
    make: someSupplies,
    key: ofIsolation,
    others: ['caseId', 'personId'],
  },
  {
    rule: 'one living support per isolation',
    kind: 'livingSupports',
    make: aLivingSupport,
    key: ofIsolation,
    others: ['caseId', 'personId'],
  },
];

/** Two kinds of isolation share a repository: a person's other one is no rival. */
const repositoryOf = (kind: keyof Repositories) => database.repositories[kind] as unknown as Repository<Any>;

describe.each(RULES)('$rule', ({ kind, make, key, others }) => {
  const another = (about: About) => make(about) as Any;

  test('the second one is stale: neither it, nor its events, nor its command are kept', async () => {
    const about = key();
    const [first, second] = [another(about), another(about)];
    await repositoryOf(kind).save(first);
    const commandId = newId();
    const receipt = { id: second.id, version: 1, stage: '' };
    await expect(repositoryOf(kind).save(second, { commandId }, receipt)).rejects.toBeInstanceOf(
      StaleAggregate,
    );
    await expect(repositoryOf(kind).load(second.id)).rejects.toBeInstanceOf(NotFound);
    const { rows } = await database.pool.query(
      `select command_id from domain_event where aggregate_id = $1
       union all select command_id from handled_command where command_id = $2`,
      [second.id, commandId],
    );
    expect(rows).toEqual([]);
    expect((await repositoryOf(kind).load(first.id)).aggregate.version).toBe(first.version);
  });

  test('of many at one moment exactly one is kept', async () => {
    const about = key();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => repositoryOf(kind).save(another(about))),
    );
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(lost).toHaveLength(5);
    for (const reason of lost) expect(reason).toBeInstanceOf(StaleAggregate);
  });

  test('others are not in its way', async () => {
    const about = key();
    await repositoryOf(kind).save(another(about));
    await repositoryOf(kind).save(another(key()));
    for (const part of others) await repositoryOf(kind).save(another({ ...key(), [part]: about[part] }));
  });
});

describe('once the first one has ended', () => {
  test('a person may fall ill again, and only of what they do not have', async () => {
    const about = { ...ofPerson(), disease: aDisease() };
    const lookups = pgLookups(database.pool, seals.phoneIndex);
    const first = aCase(about);
    first.execute(died('2021-03-03', now()));
    await database.repositories.cases.save(first);
    const second = aCase({ ...about, suspected: true });
    await database.repositories.cases.save(second);
    await expect(database.repositories.cases.save(aCase(about))).rejects.toBeInstanceOf(StaleAggregate);
    await database.repositories.cases.save(aCase({ ...about, disease: aDisease() }));
    expect(await lookups.episodesOf(about.personId, about.disease)).toEqual([
      { caseId: first.id, stage: 'deceased', classification: 'confirmed', confirmedAt: expect.any(String) },
      { caseId: second.id, stage: 'suspected', classification: 'suspected' },
    ]);
  });

  test('records that were merged are one person: the episodes of all of them are found by any', async () => {
    const people = [aPerson(), aPerson(), aPerson()] as const;
    const [survivor, merged, other] = people;
    const disease = aDisease();
    const about = { suspected: true, disease };
    const theirs = [survivor, merged].map(({ id }) => aCase({ ...about, personId: personId(id) }));
    for (const one of people.slice(0, 2).reverse()) await database.repositories.people.save(one);
    for (const one of theirs) await database.repositories.cases.save(one);
    await database.repositories.people.save(other);
    const lookups = pgLookups(database.pool, seals.phoneIndex);
    const found = async ({ id }: { id: string }) =>
      (await lookups.episodesOf(id, disease)).map((one) => one.caseId);
    expect(await found(survivor)).toEqual([theirs[0]?.id]);
    const { aggregate } = await database.repositories.people.load(merged.id);
    aggregate.execute({ ...mergedInto(personId(survivor.id)), at: now() });
    await database.repositories.people.save(aggregate);
    expect((await found(survivor)).sort()).toEqual(theirs.map(({ id }) => id).sort());
    expect(await found(merged)).toEqual(await found(survivor));
    expect(await found(other)).toEqual([]);
  });

  test('a person may be quarantined again, and is found in the running quarantine only', async () => {
    const about = ofPerson();
    const lookups = pgLookups(database.pool, seals.phoneIndex);
    const first = aQuarantine(about);
    await database.repositories.isolations.save(first);
    expect(await lookups.quarantineOfPerson(about.personId)).toBe(first.id);
    const { aggregate } = await database.repositories.isolations.load(first.id);
    aggregate.execute(ended('released', now()));
    await database.repositories.isolations.save(aggregate);
    expect(await lookups.quarantineOfPerson(about.personId)).toBeUndefined();
    const second = aQuarantine(about);
    await database.repositories.isolations.save(second);
    expect(await lookups.quarantineOfPerson(about.personId)).toBe(second.id);
    await expect(database.repositories.isolations.save(aQuarantine(about))).rejects.toBeInstanceOf(
      StaleAggregate,
    );
  });

  test('a person in quarantine may be isolated as a case, and the case finds that order', async () => {
    const about = { ...ofPerson(), ...ofCase() };
    await database.repositories.isolations.save(aQuarantine(about));
    const isolation = anIsolation(about);
    await database.repositories.isolations.save(isolation);
    const lookups = pgLookups(database.pool, seals.phoneIndex);
    expect(await lookups.isolationOfCase(about.caseId)).toBe(isolation.id);
  });

  test('a case is not isolated again', async () => {
    const about = ofCase();
    const first = anIsolation(about);
    first.execute(ended('released', now()));
    await database.repositories.isolations.save(first);
    await expect(database.repositories.isolations.save(anIsolation(about))).rejects.toBeInstanceOf(
      StaleAggregate,
    );
  });

  test('supplies that were cancelled may be opened anew', async () => {
    const about = ofIsolation();
    const first = someSupplies(about);
    first.execute({ ...suppliesCancelled('not-wanted'), at: now() });
    await database.repositories.supplies.save(first);
    await database.repositories.supplies.save(someSupplies(about));
    await expect(database.repositories.supplies.save(someSupplies(about))).rejects.toBeInstanceOf(
      StaleAggregate,
    );
  });

  test('a contact that was dropped may be named anew, once', async () => {
    const about = { ...ofCase(), ...ofPerson() };
    const contact = aContact(about);
    contact.execute({ ...dropped(), at: now() });
    await database.repositories.contacts.save(contact);
    await database.repositories.contacts.save(aContact(about));
    await expect(database.repositories.contacts.save(aContact(about))).rejects.toBeInstanceOf(StaleAggregate);
  });

  test('a cancelled claim still stands', async () => {
    const about = ofIsolation();
    const claim = aLivingSupport(about);
    claim.execute({ ...reversed('wrongAmount'), at: now() });
    await database.repositories.livingSupports.save(claim);
    await expect(database.repositories.livingSupports.save(aLivingSupport(about))).rejects.toBeInstanceOf(
      StaleAggregate,
    );
  });
});
