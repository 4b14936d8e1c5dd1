import { ROUTE_INTERVIEW } from '../../domain/diagnostic-testing/survey/route-interview.ts';
import type { SurveyState } from '../../domain/diagnostic-testing/survey/survey.state.ts';
import type { Uses } from '../uses.ts';

export type Interview = Readonly<{ surveyId: string; state: SurveyState }>;

/** The latest route interview of a case, if there is one. */
export async function interviewOf(
  { lookups, surveys }: Pick<Uses, 'lookups' | 'surveys'>,
  caseId: string,
): Promise<Interview | undefined> {
  const surveyId = await lookups.surveyOfCase(caseId, ROUTE_INTERVIEW.code);
  if (surveyId === undefined) return undefined;
  return { surveyId, state: (await surveys.load(surveyId)).aggregate.state };
}
