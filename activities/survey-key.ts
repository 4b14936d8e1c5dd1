/** The key of what is done about one survey: stable over retries, resets and rebuilds. */
export const surveyKey = (surveyId: string, step: 'form' | 'link' | 'reminder' | 'withdrawal'): string =>
  `survey:${surveyId}:${step}`;
