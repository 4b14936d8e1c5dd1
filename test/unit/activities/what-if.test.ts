import { expect, test } from '@jest/globals';
import { whatIf } from '../../../activities/protocol/what-if.ts';
import { caseAfter, day, diagnosed } from '../../support/case-fixtures.ts';
import { versions } from '../../support/protocols.ts';

/** Versions that begin on 2020-02-04, and one case opened before any of them. */
test('a case that no rule in force releases is told, and the others are compared all the same', async () => {
  const series = versions('kr-covid-19');
  const before2020 = { ...caseAfter(diagnosed(day(2))).state, openedAt: '2020-01-20T00:00:00Z' };
  const cases = [
    { caseId: 'early', state: before2020 },
    { caseId: 'usual', state: caseAfter(diagnosed(day(2))).state },
  ];
  const lines = await whatIf({
    protocols: {
      versions: async () => series,
      latestVersions: async () => series,
      find: async () => 'kr-covid-19',
    },
    clock: { now: async () => day(4).toString() },
    openCases: { count: async () => 2, page: async () => cases },
    jurisdiction: 'kr',
    protocolAsOf: undefined,
  })({ protocol: { version: 'kr-covid-19/2020-02-04/1' }, disease: 'covid-19' });
  const told = [];
  for await (const line of lines) told.push(line);
  expect(told[0]).toEqual({
    kind: 'undecided',
    caseId: 'early',
    district: '11110',
    code: 'protocol/none-in-force',
  });
  expect(told.slice(1).map(({ kind }) => kind)).toEqual(['case', 'progress', 'summary']);
  expect(told.at(-1)).toMatchObject({ cases: 2, undecided: 1, same: 0 });
});
