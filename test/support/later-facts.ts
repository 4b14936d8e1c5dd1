import fc from 'fast-check';
import type { HistoryInput } from '../../domain/protocol/evaluation/history.schema.ts';
import { SEVERITIES } from '../../domain/protocol/language/condition.ts';
import { hour, type Json } from './evaluation-fixtures.ts';
import { hours, record, reportUpTo, START_HOUR, testUpTo } from './protocol-arbitraries.ts';

type More = (history: HistoryInput) => HistoryInput;
const laterHours = hours(480).map((one) => START_HOUR + one + 1 / 3_600_000);
const laterMoment = laterHours.map(hour);
const laterDay = fc.integer({ min: 1, max: 20 }).map((days) => hour(START_HOUR + days * 24 + 9).slice(0, 10));
/** More in each list that is there already: a list that nobody knows stays unknown. */
const listed = (name: string, entries: fc.Arbitrary<readonly Json[]>): fc.Arbitrary<More> =>
  entries.map((more) => (history) => {
    const known = history[name as keyof HistoryInput];
    return Array.isArray(known) ? ({ ...history, [name]: [...more, ...known] } as HistoryInput) : history;
  });
const filled = (name: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<More> =>
  value.map((later) => (history) => ({ ...({ [name]: later } as object), ...history }));
const several = (entry: fc.Arbitrary<Json>): fc.Arbitrary<readonly Json[]> =>
  fc.array(entry, { maxLength: 3 });
const oneAfterTheOther = (all: readonly fc.Arbitrary<More>[]): fc.Arbitrary<More> =>
  fc.tuple(...all).map((steps) => (history) => steps.reduce((known, step) => step(known), history));

/** Facts dated after the present moment. */
export const laterFacts = {
  moments: oneAfterTheOther([
    filled('confirmedAt', laterMoment),
    filled('judgedUntil', laterMoment),
    listed(
      'reports',
      several(fc.tuple(reportUpTo(1), laterMoment).map(([report, at]) => ({ ...report, at }))),
    ),
    listed(
      'tests',
      several(
        fc.tuple(testUpTo(START_HOUR), laterMoment).map(([test, resultedAt]) => ({ ...test, resultedAt })),
      ),
    ),
    listed('severities', several(record({ at: laterMoment, severity: fc.constantFrom(...SEVERITIES) }))),
    listed('treatments', several(record({ at: laterMoment, treatment: fc.constant('ecmo') }))),
    listed('stays', several(record({ from: laterMoment }))),
  ]),
  days: oneAfterTheOther([
    filled('dateOfSymptomOnset', laterDay),
    filled('specimenCollectedOn', laterDay),
    filled('symptomsEndedOn', laterDay),
    filled('isolationStartedOn', laterDay),
    filled('arrivedOn', laterDay),
    listed('vaccinations', several(record({ on: laterDay }))),
    listed('exposures', several(record({ lastContact: laterDay, grade: fc.constant('close') }))),
  ]),
};
