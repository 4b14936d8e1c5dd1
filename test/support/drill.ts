import { document } from './evaluation-fixtures.ts';

/** A disease of exercises: everybody under watch is asked by text at nine and at three, at any hour people may be asked. */
export const DRILL = 'drill-fever';
export const DRILL_TIER = 'home';

export const drillProtocol = (more: Readonly<{ from?: number; to?: number }> = {}) =>
  document(
    {
      monitoring: {
        appliesTo: 'openEpisodes',
        tiers: [
          { id: DRILL_TIER, of: 'case', checksPerDay: 2, channel: 'sms' },
          { id: 'watched', of: 'contact', checksPerDay: 2, channel: 'sms' },
        ],
      },
      contactHours: {
        appliesTo: 'openEpisodes',
        from: more.from ?? 0,
        to: more.to ?? 24,
        questionsPerCheck: 2,
        answerWithinHours: 0.001,
      },
    },
    { disease: DRILL, effectiveFrom: '2020-01-01' },
  );
