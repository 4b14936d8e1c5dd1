import { expect, test } from '@jest/globals';
import { document, faults, faultsOf, type Json } from '../../support/evaluation-fixtures.ts';

const head = { appliesTo: 'newEpisodes' };
const SUPPORT = { noticeFrom: '2022-01-01', counts: 'household', amounts: [{ size: 1, won: 100 }] };
const support = (periods: readonly Json[], more: Json = {}): Json =>
  document({ livingSupport: { ...head, periods: periods.map((one) => ({ ...SUPPORT, ...one })), ...more } });
const PERIOD = '/rules/livingSupport/periods';

test.each<readonly [string, readonly Json[], readonly string[]]>([
  ['the next day', [{ noticeUntil: '2022-01-31' }, { noticeFrom: '2022-02-01' }], []],
  [
    'the same day',
    [{ noticeUntil: '2022-01-31' }, { noticeFrom: '2022-01-31' }],
    ['/1/noticeFrom overlapping-date'],
  ],
  ['in the other order', [{ noticeFrom: '2022-02-01' }, { noticeUntil: '2022-01-31' }], []],
  [
    'in the other order, the same day',
    [{ noticeFrom: '2022-01-31' }, { noticeUntil: '2022-01-31' }],
    ['/1/noticeFrom overlapping-date'],
  ],
  ['two open ends', [{}, { noticeFrom: '2022-02-01' }], ['/1/noticeFrom overlapping-date']],
  [
    'two open ends in the other order',
    [{ noticeFrom: '2022-02-01' }, {}],
    ['/1/noticeFrom overlapping-date'],
  ],
  [
    'only with the one before the last',
    [
      { noticeUntil: '2022-12-31' },
      { noticeFrom: '2023-01-01', noticeUntil: '2023-01-31' },
      { noticeFrom: '2022-05-05', noticeUntil: '2022-05-06' },
    ],
    ['/2/noticeFrom overlapping-date'],
  ],
  [
    'the same days for other people',
    [{ appliesIf: { fact: 'age', atLeast: 65 } }, { appliesIf: { fact: 'age', atMost: 64 } }],
    [],
  ],
  [
    'the same days for the same people',
    [{ appliesIf: { fact: 'age', atLeast: 65 } }, { appliesIf: { fact: 'age', atLeast: 65 } }],
    ['/1/noticeFrom overlapping-date'],
  ],
  ['an end before the beginning', [{ noticeUntil: '2021-12-31' }], ['/0/noticeUntil negative-length']],
  ['one day', [{ noticeUntil: '2022-01-01' }], []],
  [
    'a size twice',
    [
      {
        amounts: [
          { size: 1, won: 1 },
          { size: 2, won: 2 },
          { size: 1, won: 3 },
        ],
      },
    ],
    ['/0/amounts/2/size name-used-twice'],
  ],
  [
    'or more below another',
    [
      {
        amounts: [
          { size: 1, orMore: true, won: 1 },
          { size: 2, won: 2 },
        ],
      },
    ],
    ['/0/amounts/0/size name-used-twice'],
  ],
  [
    'or more as the last',
    [
      {
        amounts: [
          { size: 2, orMore: true, won: 1 },
          { size: 1, orMore: false, won: 2 },
        ],
      },
    ],
    [],
  ],
])('periods of living support: %s', (_what, periods, expected) => {
  expect(faultsOf(support(periods))).toEqual(expected.map((one) => `${PERIOD}${one}`));
});

test('each fault in words', () => {
  const periods = [
    { noticeUntil: '2021-12-31' },
    { noticeFrom: '2022-02-01' },
    {
      noticeFrom: '2022-03-01',
      amounts: [
        { size: 2, won: 1 },
        { size: 2, won: 1 },
      ],
    },
  ];
  expect(faults(support(periods)).map(({ detail }) => detail)).toEqual([
    'negative length: the period would end before it begins',
    'overlaps with period 1',
    'household size 2 has an amount already',
  ]);
});

const track = (id: string): Json => ({ id, kind: 'time', course: 'any' });
const scheduled = (id: string): Json => ({
  id,
  testType: 'pcr',
  when: { anchor: 'lastContact', anchorDayIs: 0, fromDay: 0, untilDay: 0 },
});
const TWICE: readonly (readonly [string, Json, string])[] = [
  [
    'tracks',
    { caseRelease: { ...head, binding: 'duty', tracks: [track('a'), track('b'), track('a')] } },
    '/rules/caseRelease/tracks/2/id',
  ],
  [
    'grades',
    {
      contactDefinition: {
        ...head,
        otherwise: 'noContact',
        grades: ['a', 'a'].map((grade) => ({ grade, when: { fact: 'touched', is: true } })),
      },
    },
    '/rules/contactDefinition/grades/1/grade',
  ],
  [
    'measures',
    { quarantine: { ...head, binding: 'duty', measures: ['a', 'a'].map((id) => ({ id, measure: 'none' })) } },
    '/rules/quarantine/measures/1/id',
  ],
  [
    'tests of a measure',
    {
      quarantine: {
        ...head,
        binding: 'duty',
        measures: [
          { id: 'b', measure: 'none' },
          { id: 'a', measure: 'none', tests: [scheduled('a'), scheduled('a')] },
        ],
      },
    },
    '/rules/quarantine/measures/1/tests/1/id',
  ],
  [
    'ends of a measure',
    {
      quarantine: {
        ...head,
        binding: 'duty',
        measures: [{ id: 'a', measure: 'quarantine', end: { tracks: [track('a'), track('a')] } }],
      },
    },
    '/rules/quarantine/measures/0/end/tracks/1/id',
  ],
  [
    'tiers',
    {
      monitoring: {
        ...head,
        tiers: ['a', 'a'].map((id) => ({ id, of: 'case', checksPerDay: 1, channel: 'app' })),
      },
    },
    '/rules/monitoring/tiers/1/id',
  ],
  [
    'notices',
    { notices: { ...head, notices: ['a', 'a'].map((id) => ({ id, channel: 'sms' })) } },
    '/rules/notices/notices/1/id',
  ],
  [
    'look-ups',
    {
      lookUps: {
        ...head,
        lookUps: ['location', 'location'].map((kind) => ({ kind, legalBasis: 'art. 76-2', approvalBy: [] })),
      },
    },
    '/rules/lookUps/lookUps/1/kind',
  ],
];

test.each(TWICE.map(([what, rules, place]) => ({ what, rules, place })))(
  'a name used twice: $what',
  ({ rules, place }) => {
    const [fault, ...more] = faults(document(rules));
    expect(fault).toMatchObject({ pointer: place, code: 'name-used-twice' });
    expect(fault?.detail).toMatch(/^(a|location) stands here already$/);
    expect(more).toEqual([]);
  },
);

test('the same name in two measures is no fault', () => {
  const measure = (id: string): Json => ({
    id,
    measure: 'none',
    tests: [scheduled('a')],
    end: { tracks: [track('a')] },
  });
  expect(
    faultsOf(document({ quarantine: { ...head, binding: 'duty', measures: [measure('a'), measure('b')] } })),
  ).toEqual([]);
});

test('an unknown source key, wherever evidence stands', () => {
  const evidence = (...sources: string[]): Json => ({ status: 'verified', sources });
  const rules = {
    caseRelease: {
      ...head,
      binding: 'duty',
      evidence: evidence('1'),
      tracks: [{ ...track('a'), evidence: evidence('1', '9', 'toString') }],
    },
    outbreakEnd: { ...head, daysAfterLastNegative: 28, evidence: { status: 'notVerified' } },
  };
  const place = '/rules/caseRelease/tracks/0/evidence/sources';
  expect(faults(document(rules, { sources: { '1': { url: 'https://example.org' } } }))).toEqual([
    { pointer: `${place}/1`, code: 'unknown-source', detail: 'no source is called 9' },
    { pointer: `${place}/2`, code: 'unknown-source', detail: 'no source is called toString' },
  ]);
  expect(faultsOf(document(rules))).toEqual([
    '/rules/caseRelease/evidence/sources/0 unknown-source',
    `${place}/0 unknown-source`,
    `${place}/1 unknown-source`,
    `${place}/2 unknown-source`,
  ]);
});
