import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { pgOpenCases } from '../../activities/adapters/postgres/open-cases.pg.ts';
import { pgProtocols } from '../../activities/adapters/postgres/protocols.pg.ts';
import { pgRepositories } from '../../activities/adapters/postgres/repositories.pg.ts';
import { announces } from '../../activities/policies.ts';
import type { OpenCaseFilter } from '../../activities/ports/open-cases.ts';
import type { Protocols } from '../../activities/ports/protocols.ts';
import type { Repositories } from '../../activities/ports/repositories.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import { aCase, aDisease, aDocument, aProtocol, now, publish } from '../support/aggregate-makers.ts';
import { died, transferred, treated, withdrawn } from '../support/case-fixtures.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

let database: TestDatabase;
let repositories: Repositories;
/** Somebody else's connection. */
let elsewhere: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  elsewhere = new pg.Pool({ connectionString: database.url, max: 2 });
  repositories = pgRepositories(elsewhere, announces, seals);
});
afterAll(async () => {
  await elsewhere.end();
  await database.close();
});

describe('published protocols', () => {
  type Answer = { rows: readonly { versions?: unknown }[] };
  let protocols: Protocols;
  /** For every query that was sent: whether the text of the versions came along. */
  let queries: boolean[];
  let clock: number;
  const aSecond = () => (clock += 1_000);
  beforeEach(() => {
    clock = 5_000;
    jest.spyOn(performance, 'now').mockImplementation(() => clock);
    queries = [];
    const counting = {
      query: async (query: string, values?: unknown[]) => {
        const answer: Answer = await database.pool.query(query, values);
        queries.push(answer.rows.some(({ versions }) => versions !== null && versions !== undefined));
        return answer;
      },
    };
    protocols = pgProtocols(counting as unknown as pg.Pool);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const idsOf = async (disease: string, jurisdiction = 'kr'): Promise<readonly string[]> =>
    (await protocols.versions(disease, jurisdiction)).map(({ id }) => id);
  const publishAlso = async (id: string, disease: string, effectiveFrom: string): Promise<void> => {
    const { aggregate } = await repositories.protocolRecords.load(id);
    await repositories.protocolRecords.save(
      publish(aggregate, aDocument({ disease, effectiveFrom, days: 14 })),
    );
  };

  test('a version that another connection publishes is seen within about a second', async () => {
    const disease = aDisease();
    const first = aProtocol({ disease });
    await repositories.protocolRecords.save(first);
    expect(await idsOf(disease)).toEqual([`kr-${disease}/2020-01-01/1`]);
    await publishAlso(first.id, disease, '2020-02-01');
    aSecond();
    expect(await idsOf(disease)).toEqual([`kr-${disease}/2020-01-01/1`, `kr-${disease}/2020-02-01/1`]);
    expect(await protocols.versions(disease, 'kr')).toEqual(
      (await repositories.protocolRecords.load(first.id)).aggregate.state.versions,
    );
  });

  test('the first version of a disease is seen likewise, and its holder is found at once', async () => {
    const disease = aDisease();
    expect(await idsOf(disease)).toEqual([]);
    expect(await protocols.find(disease, 'kr')).toBeUndefined();
    const first = aProtocol({ disease });
    await repositories.protocolRecords.save(first);
    expect(await protocols.find(disease, 'kr')).toBe(first.id);
    expect(await protocols.find(disease, 'kr-11110')).toBeUndefined();
    aSecond();
    expect(await idsOf(disease)).toEqual([`kr-${disease}/2020-01-01/1`]);
  });

  test('are not read again while they are unchanged: nobody is asked within a second, no text comes after it', async () => {
    const disease = aDisease();
    const first = aProtocol({ disease });
    await repositories.protocolRecords.save(first);
    const versions = await protocols.versions(disease, 'kr');
    clock += 900;
    expect(await protocols.versions(disease, 'kr')).toBe(versions);
    expect(queries).toEqual([true]);
    aSecond();
    expect(await protocols.versions(disease, 'kr')).toBe(versions);
    expect(queries).toEqual([true, false]);
    await publishAlso(first.id, disease, '2020-02-01');
    aSecond();
    expect(await idsOf(disease)).toHaveLength(2);
    expect(queries).toEqual([true, false, true]);
  });

  test('many who ask at one moment share one reading', async () => {
    const disease = aDisease();
    await repositories.protocolRecords.save(aProtocol({ disease }));
    const all = await Promise.all(Array.from({ length: 20 }, () => idsOf(disease)));
    expect(new Set(all.map((ids) => ids.join()))).toEqual(new Set([`kr-${disease}/2020-01-01/1`]));
    aSecond();
    await Promise.all(Array.from({ length: 20 }, () => idsOf(disease)));
    expect(queries).toEqual([true, false]);
  });

  test('are told apart by disease and jurisdiction, also where the two together read alike', async () => {
    const disease = aDisease();
    await repositories.protocolRecords.save(aProtocol({ disease: `city-${disease}`, jurisdiction: 'kr' }));
    await repositories.protocolRecords.save(aProtocol({ disease, jurisdiction: 'kr-11110' }));
    const seen = async (of: string, jurisdiction: string) =>
      (await protocols.versions(of, jurisdiction)).map((one) => [one.disease, one.jurisdiction]);
    expect(await seen(disease, 'kr')).toEqual([]);
    expect(await seen(`city-${disease}`, 'kr')).toEqual([[`city-${disease}`, 'kr']]);
    expect(await seen(disease, 'kr-11110')).toEqual([[disease, 'kr-11110']]);
  });

  test('after a reading that failed the next one reads', async () => {
    const disease = aDisease();
    await repositories.protocolRecords.save(aProtocol({ disease }));
    let failures = 1;
    const failing = {
      query: (...parameters: [never]) =>
        (failures -= 1) >= 0
          ? Promise.reject(new Error('no connection'))
          : database.pool.query(...parameters),
    };
    protocols = pgProtocols(failing as unknown as pg.Pool);
    await expect(idsOf(disease)).rejects.toThrow('no connection');
    expect(await idsOf(disease)).toHaveLength(1);
  });
});

describe('open cases', () => {
  const [SEOUL, BUSAN] = ['11110', '26110'];
  const covid = aDisease();
  const open: Record<string, string[]> = { [SEOUL]: [], [BUSAN]: [] };
  const all = () => [...(open[SEOUL] ?? []), ...(open[BUSAN] ?? [])].sort();

  beforeAll(async () => {
    const put = async (one: Case, isOpen: boolean): Promise<void> => {
      await repositories.cases.save(one);
      if (isOpen) open[one.state.district]?.push(one.id);
    };
    const more = { disease: covid };
    for (let made = 0; made < 23; made += 1) {
      const one = aCase({ ...more, district: made % 3 === 0 ? BUSAN : SEOUL });
      if (made % 2 === 0) one.execute(treated(now()));
      if (made % 5 === 0) one.execute(transferred(now()));
      await put(one, true);
    }
    await put(aCase({ ...more, suspected: true }), false);
    for (const ending of [withdrawn(now()), died('2021-03-03', now())]) {
      const one = aCase(more);
      one.execute(ending);
      await put(one, false);
    }
    await put(aCase({ disease: aDisease() }), false);
  });

  async function pagesOf(filter: OpenCaseFilter, limit: number): Promise<string[][]> {
    const openCases = pgOpenCases(database.pool);
    const pages: string[][] = [];
    for (let after: string | undefined; ;) {
      const page = await openCases.page({ ...filter, after, limit });
      pages.push(page.map(({ caseId }) => caseId));
      if (page.length < limit) return pages;
      after = page.at(-1)?.caseId;
    }
  }

  test.each([1, 4, 23, 100])('come once each, in the order of their ids, in pages of %i', async (limit) => {
    const pages = await pagesOf({ disease: covid }, limit);
    expect(pages.flat()).toEqual(all());
    expect(pages.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
    expect(await pgOpenCases(database.pool).count({ disease: covid })).toBe(23);
  });

  test.each([SEOUL, BUSAN, '50110'])('of the district %s come once each', async (district) => {
    const expected = (open[district] ?? []).sort();
    expect((await pagesOf({ disease: covid, district }, 3)).flat()).toEqual(expected);
    expect(await pgOpenCases(database.pool).count({ disease: covid, district })).toBe(expected.length);
  });

  test('come once each while others are opened and closed in between', async () => {
    const openCases = pgOpenCases(database.pool);
    const first = await openCases.page({ disease: covid, limit: 10 });
    const later = aCase({ disease: covid });
    await repositories.cases.save(later);
    const rest = await openCases.page({ disease: covid, after: first.at(-1)?.caseId, limit: 100 });
    expect([...first, ...rest].map(({ caseId }) => caseId)).toEqual([...all(), later.id]);
    const { aggregate } = await repositories.cases.load(later.id);
    aggregate.execute(withdrawn(now()));
    await repositories.cases.save(aggregate);
    expect((await pagesOf({ disease: covid }, 7)).flat()).toEqual(all());
  });

  test('come with their state', async () => {
    const [first] = await pgOpenCases(database.pool).page({ disease: covid, limit: 1 });
    expect(first?.state).toEqual((await repositories.cases.load(first?.caseId ?? '')).aggregate.state);
  });
});
