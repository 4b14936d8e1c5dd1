import type { DayCount } from '../shared-kernel/day-count.ts';

/**
 * When a case in home treatment is checked, and what follows. Data, not code: no number of days stands anywhere else.
 * Source of the shipped values: the guideline in force in Korea from 2020-06-25 (COVID-19, 9th edition), time track.
 */
export type ReleaseCheckRule = Readonly<{
  /** Stored with every decision taken under it. */
  id: string;
  /** The first check of a case with symptoms; counted from confirmation while the day of onset is unknown. */
  symptomatic: DayCount;
  /** The first check of a case that never had symptoms. */
  asymptomatic: DayCount;
  /** Diagnostic tests of one suspicion before a clinician settles it. */
  maximumDiagnosticTests: number;
  /** Rounds of "PCR again" before a clinician has to decide. */
  maximumRetests: number;
  /** Calendar days from a retest's result, or from a clinician's "not yet", to the next check, at noon. */
  daysToNextCheck: Readonly<{ afterPositive: number; afterNegative: number; afterDecision: number }>;
  /** A report at most this old answers the check without another question. */
  reportIsFreshForHours: number;
  /** Hours of the day, in Seoul, in which a patient may be asked something: `from` included, `to` not. */
  contactHours: Readonly<{ from: number; to: number }>;
  /** Questions and reminders of one check before staff call. */
  questionsPerCheck: number;
  /** Waiting for an answer before the reminder, and again before staff call. */
  answerWithinHours: number;
  /** Waiting for a laboratory result before staff ask the laboratory. */
  resultWithinHours: number;
}>;

/**
 * Ten days from onset (with symptoms) or from confirmation (without), ends at 24:00.
 * Not stated by the guideline, therefore our defaults: anchor day counted as day 0, the rounds, days between, the hours.
 */
export const KOREA_COVID19_2020_06_25: ReleaseCheckRule = {
  id: 'kr-covid-19/2020-06-25',
  symptomatic: { anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' },
  asymptomatic: { anchor: 'confirmed', anchorDayIs: 0, endDay: 10, endTime: '24:00' },
  maximumDiagnosticTests: 2,
  maximumRetests: 3,
  daysToNextCheck: { afterPositive: 3, afterNegative: 1, afterDecision: 3 },
  reportIsFreshForHours: 24,
  contactHours: { from: 9, to: 20 },
  questionsPerCheck: 2,
  answerWithinHours: 6,
  resultWithinHours: 48,
};
