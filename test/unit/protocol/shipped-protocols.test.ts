import { expect, test } from '@jest/globals';
import { SERIES, shipped, versions } from '../../support/protocols.ts';

type Json = Readonly<Record<string, unknown>>;
type Evidence = Readonly<{ status: string; sources?: readonly string[] }>;
const documents = SERIES.flatMap((series) =>
  shipped(series).map((one) => ({ series, ...one, place: `${series}/${one.file}` })),
);

/** Everything in a document that claims a fact: its rules, and what stands in their lists. */
const LISTS = [
  'tracks',
  'measures',
  'tiers',
  'grades',
  'periods',
  'tests',
  'notices',
  'sanctions',
  'lookUps',
];
function* claimsIn(value: unknown, path: string): Generator<readonly [string, Json]> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    const place = `${path}/${key}`;
    if (LISTS.includes(key) && Array.isArray(inner)) {
      for (const [index, one] of (inner as Json[]).entries()) yield [`${place}/${index}`, one];
    }
    yield* claimsIn(inner, place);
  }
}
const claims = documents.flatMap(({ place, json }) => {
  const rules = json['rules'] as Record<string, Json>;
  const own = Object.entries(rules).map(([name, one]) => [`${place} /${name}`, one] as const);
  return [...own, ...claimsIn(rules, `${place} `)];
});

test('on every day on which a rule of section 3 changed there is a document, and one for MERS', () => {
  expect(shipped('kr-covid-19').map(({ file }) => file.replace('.json', ''))).toEqual([
    ...['2020-02-04', '2020-02-17', '2020-03-07', '2020-03-20', '2020-03-26', '2020-04-03', '2020-04-05'],
    ...['2020-05-11', '2020-06-10', '2020-06-23', '2020-06-25', '2020-07-01', '2020-12-30', '2021-03-01'],
    ...['2021-05-05', '2021-07-05', '2021-09-01', '2021-09-24', '2021-10-08', '2021-11-01', '2021-12-08'],
    ...['2022-01-01', '2022-01-26', '2022-02-07', '2022-02-09', '2022-02-10', '2022-02-14', '2022-02-19'],
    ...['2022-02-28', '2022-03-01', '2022-03-14', '2022-03-16', '2022-04-25', '2022-06-06', '2022-07-11'],
    ...['2022-08-01', '2023-06-01', '2023-08-31', '2025-09-27'],
  ]);
  expect(shipped('kr-mers')).toHaveLength(1);
});

test.each(documents)('$place is called after the day on which it takes effect, in its series', (one) => {
  expect(one.file).toBe(`${one.document.effectiveFrom}.json`);
  expect(`${one.document.jurisdiction}-${one.document.disease}`).toBe(one.series);
});

test.each(SERIES)('%s: no two documents take effect on the same day', (series) => {
  const days = shipped(series).map(({ document }) => document.effectiveFrom);
  expect(new Set(days).size).toBe(days.length);
});

test.each(SERIES)('%s begins anew and then carries over what it does not name', (series) => {
  const unchanged = shipped(series).map(({ document }) => document.unchanged);
  expect(unchanged).toEqual(['dropped', ...unchanged.slice(1).map(() => 'carryOver')]);
});

test.each(SERIES)('%s composes: each rule is the one of the latest document that names it', (series) => {
  const written = shipped(series).map(({ document }) => document);
  const series_ = versions(series);
  expect(series_.map(({ effectiveFrom }) => effectiveFrom)).toEqual(written.map((one) => one.effectiveFrom));
  for (const [index, version] of series_.entries()) {
    const named = written
      .slice(0, index + 1)
      .flatMap(({ rules, effectiveFrom }) =>
        Object.entries(rules).map(([name, rule]) => [name, { ...rule, since: effectiveFrom }] as const),
      );
    expect(version.rules).toEqual(Object.fromEntries(named));
  }
});

test('every rule, track, measure, tier, grade, period, test, notice, sanction and look-up says what stands behind it', () => {
  const silent = claims.filter(([, one]) => one['evidence'] === undefined).map(([place]) => place);
  expect(silent).toEqual([]);
  expect(claims.length).toBeGreaterThan(250);
});

test('what is verified or inferred names its sources', () => {
  const needing = ['verified', 'verifiedBlog', 'inferred'];
  const without = claims.filter(([, one]) => {
    const { status, sources } = one['evidence'] as Evidence;
    return needing.includes(status) && (sources ?? []).length === 0;
  });
  expect(without.map(([place]) => place)).toEqual([]);
});

test.each(documents)(
  '$place: every source has an address, and every address is a source',
  ({ json, place: file }) => {
    const sources = (json['sources'] ?? {}) as Readonly<Record<string, { url: string }>>;
    for (const { url } of Object.values(sources)) expect(url).toMatch(/^https?:\/\/[^/]+\.[a-z]+/);
    const used = claims
      .filter(([place]) => place.startsWith(`${file} `))
      .flatMap(([, one]) => (one['evidence'] as Evidence).sources ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(sources).sort());
  },
);

test('the same source has the same address everywhere', () => {
  const addresses = documents.flatMap(({ json }) =>
    Object.entries((json['sources'] ?? {}) as Readonly<Record<string, { url: string }>>).map(
      ([key, { url }]) => `${key} ${url}`,
    ),
  );
  const distinct = [...new Set(addresses)];
  expect(new Set(distinct.map((one) => one.split(' ')[0])).size).toBe(distinct.length);
});

type Parameter = Readonly<{ value: unknown; status: string; why: string }>;
const parametersOf = (json: Json) => (json['parameters'] ?? {}) as Readonly<Record<string, Parameter>>;

test('every parameter says why it has its value', () => {
  const parameters = documents.flatMap(({ json }) => Object.values(parametersOf(json)));
  expect(parameters.filter(({ why }) => why.length < 20)).toEqual([]);
});

test.each(SERIES)(
  '%s: a later document never gives another value to what a rule carried over rests on',
  (series) => {
    const written = shipped(series);
    for (const { rules, parameters, effectiveFrom } of versions(series)) {
      for (const [name, rule] of Object.entries(rules)) {
        const source = written.find(({ document }) => document.effectiveFrom === rule?.since);
        const json: Json = source?.json ?? {};
        const text = JSON.stringify((json['rules'] as Json)[name]);
        const used = Object.entries(parametersOf(json)).filter(([key]) =>
          text.includes(`{"parameter":"${key}"}`),
        );
        const values = used.map(([key, { value }]) => [effectiveFrom, name, key, value]);
        expect(used.map(([key]) => [effectiveFrom, name, key, parameters[key]?.value])).toEqual(values);
      }
    }
  },
);
