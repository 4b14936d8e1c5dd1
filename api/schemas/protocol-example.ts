/** A made-up disease, small and whole: it can be published as it stands, once. Of a second version the date has to be later. */
export const PROTOCOL_EXAMPLE = {
  protocol: {
    disease: 'marsh-fever',
    jurisdiction: 'kr',
    effectiveFrom: '2026-03-01',
    unchanged: 'dropped',
    title: { ko: '습지열 1판', en: 'Marsh fever, first edition' },
    parameters: {
      onsetDayIs: {
        value: 0,
        status: 'notVerified',
        why: 'The guideline does not say which number the day of onset has.',
      },
    },
    facts: { worksInCare: { type: 'truth' } },
    rules: {
      caseRelease: {
        appliesTo: 'newEpisodes',
        binding: 'duty',
        feverAtCelsius: 37.8,
        reportIsFreshForHours: 24,
        tracks: [
          {
            id: 'five-days',
            kind: 'time',
            appliesIf: { not: { fact: 'worksInCare', is: true } },
            minimum: [
              {
                anchor: 'onset',
                orElse: 'confirmed',
                anchorDayIs: { parameter: 'onsetDayIs' },
                endDay: 5,
                endTime: '12:00',
              },
            ],
            feverFreeHours: 48,
            course: 'improving',
          },
          {
            id: 'two-negatives',
            kind: 'test',
            negatives: { count: 2, minGapHours: 24, testTypes: ['pcr'], indeterminate: 'resets' },
            ordersTests: false,
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
  },
} as const;
