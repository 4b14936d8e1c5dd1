import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import {
  planCheck,
  judge,
  nextContactMoment,
} from '../../../domain/patient-management/case/release-criteria.ts';
import { courseOf } from '../../../domain/patient-management/case/sms-answer.ts';
import { endOf, type DayCount } from '../../../domain/shared-kernel/day-count.ts';
import { dayNumber, momentText } from '../../../domain/shared-kernel/calendar.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../../domain/shared-kernel/phone-number.ts';
import { aCase, atHome } from '../../support/case-fixtures.ts';
import { rule } from '../../support/case-rules.ts';

const count = (anchorDayIs: 0 | 1, endDay: number, endTime: '12:00' | '24:00'): DayCount => ({
  anchorDayIs,
  endDay,
  endTime,
});

describe('day counts', () => {
  test.each([
    ['2026-03-01', count(0, 10, '24:00'), '2026-03-11T15:00:00Z'],
    ['2026-03-01', count(1, 10, '24:00'), '2026-03-10T15:00:00Z'],
    ['2026-03-01', count(0, 11, '12:00'), '2026-03-12T03:00:00Z'],
    ['2024-02-25', count(0, 4, '24:00'), '2024-02-29T15:00:00Z'],
    ['2024-02-29', count(0, 1, '24:00'), '2024-03-01T15:00:00Z'],
    ['2023-02-25', count(0, 4, '24:00'), '2023-03-01T15:00:00Z'],
    ['2025-12-25', count(0, 7, '24:00'), '2026-01-01T15:00:00Z'],
  ])('from %s', (anchor, days, end) => {
    expect(momentText(endOf(days, dayNumber(anchor)))).toBe(end);
  });

  test.each([
    ['2026-03-01T14:59:59.999Z', '2026-03-01'],
    ['2026-03-01T15:00:00.000Z', '2026-03-02'],
  ])('%s is %s in Seoul', (moment, day) => {
    expect(Instant.of(moment).dateInSeoul().toString()).toBe(day);
  });

  test.each(['', '.001', '.01', '.1', '.76', '.999'])(
    'a moment has one text: with %p of a second',
    (fraction) => {
      const text = `2026-03-01T15:00:00${fraction}Z`;
      expect([momentText(Date.parse(text)), Instant.of(text).toString()]).toEqual([text, text]);
    },
  );

  test('the host’s time zone does not matter', () => {
    const program = `import { endOf } from './domain/shared-kernel/day-count.ts';
      import { dayNumber, momentText } from './domain/shared-kernel/calendar.ts';
      import { Instant } from './domain/shared-kernel/instant.ts';
      console.log(momentText(endOf({ anchorDayIs: 0, endDay: 10, endTime: '24:00' }, dayNumber('2026-03-01'))), Instant.of('2026-03-01T15:00:00Z').dateInSeoul().toString());`;
    const answers = ['UTC', 'America/New_York', 'Asia/Seoul'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      }).trim(),
    );
    expect(new Set(answers)).toEqual(new Set(['2026-03-11T15:00:00Z 2026-03-02']));
  });

  test.each(['2026-02-29', '2026-13-01', '26-01-01', 'yesterday', ''])('%p is no day', (text) => {
    expect(() => LocalDate.of(text)).toThrow('local-date/malformed');
  });
});

describe('the verdict at the edge of the period', () => {
  const { state } = (() => {
    const one = aCase();
    for (const command of atHome) one.execute(command);
    return one;
  })();
  test.each([
    ['2026-03-11T14:59:59.999Z', 'wait'],
    ['2026-03-11T15:00:00.000Z', 'ask'],
  ])('at %s: %s', (moment, outcome) => {
    expect(planCheck(rule, state, Instant.of(moment)).dueAt.toString()).toBe('2026-03-11T15:00:00Z');
    expect(judge(rule, state, Instant.of(moment)).next).toBe(outcome);
  });
});

test.each([
  ['2026-03-11T15:00:00Z', '2026-03-12T00:00:00Z'], // midnight: in the morning
  ['2026-03-12T00:00:00Z', '2026-03-12T00:00:00Z'],
  ['2026-03-12T10:59:59Z', '2026-03-12T10:59:59Z'],
  ['2026-03-12T11:00:00Z', '2026-03-13T00:00:00Z'], // 20:00: the next morning
])('a patient may be asked from %s on at %s', (moment, expected) => {
  expect(nextContactMoment(rule, Instant.of(moment)).equals(Instant.of(expected))).toBe(true);
});

test.each([
  ['1', 'symptomFree'],
  [' １ ', 'symptomFree'],
  ['2번', 'improving'],
  ['3 그대로예요', 'notImproved'],
  ['better', 'improving'],
  ['호전되고 있어요', 'improving'],
  ['1번입니다.', 'symptomFree'],
  ['1도 안 나았어요', undefined],
  ['1은 아니에요 열이 나요', undefined],
  ['better but fever', undefined],
  ['12', undefined],
  ['?', undefined],
  ['', undefined],
])('an answer of %p means %p', (text, course) => {
  expect(courseOf(text)).toBe(course);
});

test.each([
  ['010-1234-5678', '+821012345678'],
  ['+82 10 1234 5678', '+821012345678'],
  ['031-200-1234', '+82312001234'],
  ['+1 202 555 0143', '+12025550143'],
])('%s is a person’s number', (text, e164) => {
  expect(PhoneNumber.of(text).e164).toBe(e164);
});
test.each(['1339', '119', '02-120', 'none', ''])('%p is no person’s number', (text) => {
  expect(() => PhoneNumber.of(text)).toThrow('phone/not-a-persons-number');
});
