import fc from 'fast-check';
import type { HistoryInput } from '../../domain/protocol/evaluation/history.schema.ts';
import { hour } from './evaluation-fixtures.ts';
import { histories, hours, START_HOUR } from './protocol-arbitraries.ts';

/** Moments about the days of the histories, and some far away. */
export const moments: fc.Arbitrary<number> = fc.oneof(
  hours(START_HOUR + 960).map((at) => Date.parse(hour(at))),
  fc.constantFrom(0, Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59.999Z')),
);

const ODD_MOMENTS = [
  '2020-07-01T00:00:00.123456789012Z',
  '2020-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2020-07-01T00:00+23:59',
  '1961-08-10T00:15:00+08:30',
];
const ODD_DAYS = ['0000-01-01', '9999-12-31', '1908-04-01', '2020-02-29', '2021-02-29'];
/** Histories with some of their values at the edges of what a history may hold. */
export const oddHistories: fc.Arbitrary<HistoryInput> = fc
  .tuple(
    histories,
    fc.dictionary(
      fc.constantFrom('ward', 'everCritical', '__proto__', 'toString'),
      fc.oneof(fc.boolean(), fc.double({ noNaN: true }), fc.constantFrom('b', 'x'), fc.constant(['b'])),
    ),
    fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  )
  .map(([history, attributes, chances]) => {
    let at = 0;
    const odd = (): number => chances[(at += 1) % chances.length] ?? 0;
    const text = JSON.stringify({ ...history, attributes })
      .replaceAll(/"\d{4}-\d\d-\d\dT[^"]+"/g, (found) =>
        odd() === 0 ? JSON.stringify(ODD_MOMENTS[at % 6]) : found,
      )
      .replaceAll(/"\d{4}-\d\d-\d\d"/g, (found) => (odd() === 0 ? JSON.stringify(ODD_DAYS[at % 5]) : found));
    return JSON.parse(text) as HistoryInput;
  });
