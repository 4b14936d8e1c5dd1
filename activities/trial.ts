import type { DomainEvent } from '../domain/shared-kernel/aggregate-root.ts';
import type { Repositories } from './ports/repositories.ts';
import type { Repository } from './ports/repository.ts';
import type { Uses } from './uses.ts';

/** It would have been stored: nothing stands in its way. `changes`: whether anything would be other than it is. */
export class WouldBeStored extends Error {
  readonly changes: boolean;

  constructor(changes: boolean) {
    super('would be stored');
    this.name = 'WouldBeStored';
    this.changes = changes;
  }
}

type Root = Readonly<{ news: readonly DomainEvent[] }>;
const tried = <Aggregate>(stored: Repository<Aggregate>): Repository<Aggregate> => ({
  load: (...asked) => stored.load(...asked),
  save: (aggregate) => Promise.reject(new WouldBeStored((aggregate as Root).news.length > 0)),
});

/** The same, and nothing is ever stored: whoever tries to is told so by `WouldBeStored`. */
export const withoutStoring = (uses: Uses): Uses => ({
  ...uses,
  ...({
    people: tried(uses.people),
    cases: tried(uses.cases),
    handOvers: tried(uses.handOvers),
    tests: tried(uses.tests),
    surveys: tried(uses.surveys),
    clinics: tried(uses.clinics),
    livingSupports: tried(uses.livingSupports),
    isolations: tried(uses.isolations),
    supplies: tried(uses.supplies),
    contacts: tried(uses.contacts),
    routes: tried(uses.routes),
    informationRequests: tried(uses.informationRequests),
    tasks: tried(uses.tasks),
    staffAccounts: tried(uses.staffAccounts),
    bulkRuns: tried(uses.bulkRuns),
    exports: tried(uses.exports),
    webhookSubscriptions: tried(uses.webhookSubscriptions),
    protocolRecords: tried(uses.protocolRecords),
  } satisfies Repositories),
});

const deaf = <Aggregate>(stored: Repository<Aggregate>): Repository<Aggregate> => ({
  load: (...asked) => stored.load(...asked),
  save: () => Promise.resolve(),
});

/** For a use case of two aggregates: it goes on to its end as if each had been stored. */
export const keepingNothing = (uses: Uses): Uses => ({
  ...uses,
  people: deaf(uses.people),
  cases: deaf(uses.cases),
  routes: deaf(uses.routes),
  identities: { ...uses.identities, newcomer: ({ proposed }) => Promise.resolve(proposed) },
});
