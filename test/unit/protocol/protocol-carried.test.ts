import { expect, test } from '@jest/globals';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { carrying, versionOf } from '../../../domain/protocol/protocol-version.ts';
import { document, type Json } from '../../support/evaluation-fixtures.ts';

const outbreakEnd = (source: string): Json => ({
  outbreakEnd: {
    appliesTo: 'newEpisodes',
    daysAfterLastNegative: { parameter: 'days' },
    evidence: { status: 'verified', sources: [source] },
  },
});
const told = (days: number, source: string, parameter: string): Json => ({
  parameters: { [parameter]: { value: days, status: 'notVerified', why: 'not stated' } },
  sources: { [source]: { url: `https://example.org/${source}` } },
  facts: { works: { type: 'truth' }, [`asked${source}`]: { type: 'truth' } },
  exposureFacts: { [`near${source}`]: { type: 'truth' } },
});
const written = (effectiveFrom: string, rules: Json, more: Json) =>
  parseProtocol(document(rules, { effectiveFrom, unchanged: 'carryOver', ...more }));

test('a corrected rule is carried on with what it refers to; the corrected words win', () => {
  const first = versionOf(written('2020-01-01', outbreakEnd('1'), told(28, '1', 'days')), 1, undefined);
  const reporting = {
    reporting: {
      appliesTo: 'newEpisodes',
      diseaseClass: '1',
      deadlineHours: { parameter: 'hours' },
      channel: 'telephone',
    },
  };
  const later = versionOf(written('2020-02-01', reporting, told(1, '5', 'hours')), 1, first);
  const corrected = versionOf(
    written('2020-01-01', outbreakEnd('2'), {
      ...told(14, '2', 'days'),
      facts: { works: { type: 'code', values: ['care', 'school'] } },
    }),
    2,
    undefined,
  );
  const carried = carrying(later, corrected, ['outbreakEnd']);
  expect(carried).toMatchObject({
    effectiveFrom: '2020-02-01',
    revision: 2,
    rules: { outbreakEnd: { daysAfterLastNegative: 14 }, reporting: { diseaseClass: '1' } },
    parameters: { days: { value: 14 }, hours: { value: 1 } },
    sources: { '2': { url: 'https://example.org/2' } },
  });
  expect(Object.keys(carried.sources)).toEqual(['2']);
  expect(carried.facts).toMatchObject({ works: { type: 'code' }, asked5: { type: 'truth' } });
  expect(Object.keys(carried.exposureFacts).sort()).toEqual(['near1', 'near2', 'near5']);
});
