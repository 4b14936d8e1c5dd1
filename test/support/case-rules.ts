import type { CaseRules } from '../../domain/patient-management/case/case-rules.ts';
import { releaseRules } from '../../domain/protocol/evaluation/release.ts';
import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';

/** Ten days from onset or confirmation, three rounds; small, and written out so that a test's dates can be read off it. */
const document = parseProtocol({
  disease: 'covid-19',
  jurisdiction: 'kr',
  effectiveFrom: '2020-06-25',
  unchanged: 'dropped',
  rules: {
    caseRelease: {
      appliesTo: 'newEpisodes',
      binding: 'duty',
      reportIsFreshForHours: 24,
      tracks: [
        {
          id: 'asymptomatic-time',
          kind: 'time',
          appliesIf: { fact: 'symptomatic', is: false },
          minimum: [{ anchor: 'confirmed', anchorDayIs: 0, endDay: 10, endTime: '24:00' }],
          course: 'symptomFree',
        },
        {
          id: 'symptomatic-time',
          kind: 'time',
          appliesIf: { fact: 'symptomatic', is: true },
          minimum: [{ anchor: 'onset', orElse: 'confirmed', anchorDayIs: 0, endDay: 10, endTime: '24:00' }],
          course: 'improving',
        },
      ],
    },
    releaseCheck: {
      appliesTo: 'newEpisodes',
      maximumRetests: 3,
      maximumDiagnosticTests: 2,
      daysToNextCheck: { afterPositive: 3, afterNegative: 1, afterDecision: 3 },
      resultWithinHours: 48,
    },
    contactHours: { appliesTo: 'newEpisodes', from: 9, to: 20, questionsPerCheck: 2, answerWithinHours: 6 },
  },
});

const { caseRelease, releaseCheck, contactHours } = document.rules;
if (caseRelease === undefined || releaseCheck === undefined || contactHours === undefined) {
  throw new Error('the fixture lacks a rule');
}

export const rule: CaseRules = {
  id: 'kr-covid-19/2020-06-25/1',
  release: releaseRules(caseRelease, releaseCheck),
  check: releaseCheck,
  contactHours,
};

type Json = Readonly<Record<string, unknown>>;
type Around = Readonly<{ basis?: Json; check?: Json }>;

/** The same check and hours with other ways out of isolation; `basis` and `check` overwrite single fields. */
export function rulesWith(tracks: readonly Json[], { basis = {}, check = {} }: Around = {}): CaseRules {
  const { rules } = parseProtocol({
    disease: 'covid-19',
    jurisdiction: 'kr',
    effectiveFrom: '2020-06-25',
    unchanged: 'dropped',
    rules: {
      caseRelease: {
        appliesTo: 'newEpisodes',
        binding: 'duty',
        reportIsFreshForHours: 24,
        tracks: tracks.map((track, index) => ({ id: `track-${index}`, kind: 'time', ...track })),
        ...basis,
      },
      releaseCheck: { ...rule.check, ...check },
    },
  });
  if (rules.caseRelease === undefined || rules.releaseCheck === undefined) {
    throw new Error('the fixture lacks a rule');
  }
  return {
    ...rule,
    id: 'kr-covid-19/2020-06-25/2',
    release: releaseRules(rules.caseRelease, rules.releaseCheck),
    check: rules.releaseCheck,
  };
}

/** So many days counted from an anchor, to their end in Seoul. */
export const daysFrom = (anchor: string, endDay: number): Json => ({
  anchor,
  anchorDayIs: 0,
  endDay,
  endTime: '24:00',
});
/** Two negatives, a day apart; the process orders the tests. */
export const byTests: Json = {
  kind: 'test',
  negatives: { count: 2, minGapHours: 24, indeterminate: 'ignored' },
  ordersTests: true,
};
