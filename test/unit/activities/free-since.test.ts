import { expect, test } from '@jest/globals';
import { freeSince } from '../../../activities/isolation-management/free-since.ts';
import { caseRulesFrom, type RuleSource } from '../../../activities/case-rules.ts';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import {
  caseAfter,
  checked,
  diagnosed,
  historyRecorded,
  planned,
  released,
  reported,
  treated,
} from '../../support/case-fixtures.ts';
import { seoul, versions } from '../../support/protocols.ts';

const instant = (text: string): Instant => Instant.of(seoul(text));
const source = (published = versions('kr-covid-19')): RuleSource =>
  ({ protocols: { versions: async () => published }, jurisdiction: 'kr' }) as unknown as RuleSource;
const rulesAt = (openedAt: string, at: Instant) =>
  caseRulesFrom(versions('kr-covid-19'), {}, { disease: 'covid-19', openedAt }, at);

/** Confirmed at noon of a day without symptoms, released at a moment by the criteria. */
function releasedAt(confirmedOn: string, at: string, ...told: readonly CaseCommand[]): CaseState {
  const [confirmed, end] = [instant(`${confirmedOn} 12:00`), instant(at)];
  const rules = (moment: Instant) => rulesAt(confirmed.toString(), moment);
  return caseAfter(
    diagnosed(confirmed, false),
    treated(confirmed),
    planned(confirmed, rules(confirmed)),
    ...told,
    checked(end, rules(end)),
    released(end),
  ).state;
}
const since = async (state: CaseState, confirmedOn: string, at: string, from = source()) =>
  (
    await freeSince(from, state, {
      orderedAt: instant(`${confirmedOn} 12:00`).toString(),
      endedAt: instant(at).toString(),
    })
  )?.toString();
const dawn = (day: string): string => instant(`${day} 00:00`).toString();

test.each([
  ['in the minute after', '2022-02-16', '2022-02-23 00:01', '2022-02-23'],
  ['at 24:00 itself', '2022-02-16', '2022-02-23 00:00', '2022-02-23'],
  ['in the morning after', '2022-02-16', '2022-02-23 09:00', '2022-02-23'],
  ['two days late', '2022-02-16', '2022-02-25 09:00', '2022-02-23'],
  ['over the end of a month, a leap day in it', '2024-02-24', '2024-03-01 00:01', '2024-02-29'],
])('seven days are over at 24:00, looked at %s', async (_when, confirmedOn, at, free) =>
  expect(await since(releasedAt(confirmedOn, at), confirmedOn, at)).toBe(dawn(free)),
);

test('who was asked in the morning and freed by the answer was isolated on that day', async () => {
  const at = '2020-07-12 10:00';
  const state = releasedAt('2020-07-01', at, reported('symptomFree', instant('2020-07-12 09:59')));
  expect(await since(state, '2020-07-01', at)).toBeUndefined();
});

test('what bears no date of its own frees from its entry on', async () => {
  const on = ['2021-11-01', '2021-11-22'];
  const at = '2022-02-07 14:00';
  const told = [
    reported('symptomFree', instant('2022-01-31 12:00')),
    historyRecorded({ vaccinatedOn: on }, instant('2022-02-07 13:59')),
    reported('symptomFree', instant('2022-02-07 13:59')),
  ];
  expect(await since(releasedAt('2022-01-28', at, ...told), '2022-01-28', at)).toBeUndefined();
});

test('a clinician’s word and a protocol that came later free from then on', async () => {
  const [confirmed, at] = ['2022-02-16', '2022-02-20 12:00'];
  const state = releasedAt(confirmed, '2022-02-23 00:01');
  expect(await since({ ...state, releaseBasis: 'clinician' }, confirmed, at)).toBeUndefined();
  const later = versions('kr-covid-19').filter(({ effectiveFrom }) => effectiveFrom > '2022-02-24');
  expect(await since(state, confirmed, '2022-02-23 00:01', source(later))).toBeUndefined();
});
