import { expect, test } from '@jest/globals';
import { judgeReporting } from '../../../domain/protocol/evaluation/reporting.ts';
import { aHistory, kst, ruleOf } from '../../support/evaluation-fixtures.ts';

const within = (deadlineHours: number) =>
  ruleOf('reporting', { diseaseClass: '2', deadlineHours, channel: 'registry' });
const CONFIRMED = aHistory({ confirmedAt: '2020-07-01T10:00:00+09:00' });
const HEAD = { diseaseClass: '2', channel: 'registry' };

test.each([
  { now: '2020-07-02 10:00:00', overdue: false },
  { now: '2020-07-02 10:00:00.001', overdue: true },
])('within 24 hours of the confirmation, on $now', ({ now, overdue }) => {
  expect(judgeReporting(within(24), CONFIRMED, kst(now))).toEqual({
    ...HEAD,
    deadline: '2020-07-02T01:00:00Z',
    overdue,
  });
});

test('at once', () => {
  expect(judgeReporting(within(0), CONFIRMED, kst('2020-07-01 10:00:00'))).toMatchObject({
    deadline: '2020-07-01T01:00:00Z',
    overdue: false,
  });
});

test('no deadline before the confirmation', () => {
  for (const history of [aHistory({}), CONFIRMED]) {
    expect(judgeReporting(within(24), history, kst('2020-07-01'))).toEqual({
      ...HEAD,
      deadline: null,
      overdue: false,
    });
  }
});
