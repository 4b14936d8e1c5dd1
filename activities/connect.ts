import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { AccessRecords } from './ports/access-records.ts';
import type { Circuits } from './adapters/http/circuits.ts';
import { partnerAdapters, partnerCircuits } from './adapters/partners.ts';
import { exchangeAdapters, receiversOf } from './adapters/exchange.ts';
import { pgBulkCommands } from './adapters/postgres/bulk-commands.pg.ts';
import { pgClock, wallClock } from './adapters/postgres/clock.pg.ts';
import { pgEffectLog } from './adapters/postgres/effect-log.pg.ts';
import { pgIdentities } from './adapters/postgres/identities.pg.ts';
import { pgImportRows } from './adapters/postgres/import-rows.pg.ts';
import { pgAccessRecords } from './adapters/postgres/access-records.pg.ts';
import { pgInbox } from './adapters/postgres/inbox.pg.ts';
import { pgLookups } from './adapters/postgres/lookups.pg.ts';
import { pgOpenCases } from './adapters/postgres/open-cases.pg.ts';
import { pgProtocols } from './adapters/postgres/protocols.pg.ts';
import { pgWorklist } from './adapters/postgres/worklist.pg.ts';
import { pgRepositories } from './adapters/postgres/repositories.pg.ts';
import { textSeal } from './adapters/postgres/sealed-text.ts';
import { personSeals } from './adapters/postgres/sealed-person.ts';
import type { Configuration } from './configuration.ts';
import { announces } from './policies.ts';
import type { Uses } from './uses.ts';

/** A bound of the store, not a rule: a route is one row. */
const MAXIMUM_VISITS_PER_ROUTE = 2_000;

/** What a process looks after itself: the circuits of partners, and the chain of its access records, which it closes. */
type Watched = Readonly<{ circuits?: Circuits; accessRecords?: AccessRecords }>;
const unheard = (): void => undefined;

/** Everything that a use case needs, over one pool of connections. */
export function connect(
  configured: Configuration,
  pool: pg.Pool,
  {
    circuits = partnerCircuits(configured, unheard),
    accessRecords = pgAccessRecords(pool, { anchored: unheard, failed: unheard }),
  }: Watched = {},
): Uses {
  const { PERSONAL_KEYS: masterKeys, PERSONAL_INDEX_KEY: indexKey } = configured;
  const seals = personSeals({ masterKeys, indexKey });
  return {
    ...pgRepositories(pool, announces, seals),
    clock: configured.SIMULATION_MODE === 'true' ? pgClock(pool) : wallClock,
    lookups: pgLookups(pool, seals.phoneIndex),
    identities: pgIdentities(pool, seals),
    openCases: pgOpenCases(pool),
    ...pgWorklist(pool),
    protocols: pgProtocols(pool),
    jurisdiction: configured.JURISDICTION,
    protocolAsOf: configured.PROTOCOL_AS_OF,
    effects: pgEffectLog(pool, configured.PARTNER_SETTLES_WITHIN_MILLISECONDS),
    ...partnerAdapters(configured, circuits),
    ...exchangeAdapters(pool, textSeal(masterKeys), receiversOf(configured)),
    accessRecords,
    inbox: pgInbox(pool, textSeal(configured.PERSONAL_KEYS)),
    bulkCommands: pgBulkCommands(pool, textSeal(masterKeys)),
    importRows: pgImportRows(pool, { texts: textSeal(masterKeys), index: seals.phoneIndex }),
    supplyPrices: configured.SUPPLY_PRICES,
    newId: uuidv7,
    minorUnderAge: configured.MINOR_UNDER_AGE,
    retentionDays: configured.RETENTION_DAYS,
    maximumVisitsPerRoute: MAXIMUM_VISITS_PER_ROUTE,
  };
}
