import { callOff, isUnsettled as isOpen } from '../effect.ts';
import { surveyKey } from '../survey-key.ts';
import { callOffMessage } from '../text-message.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { interviewOf } from './interview-of.ts';

const STEPS = ['form', 'link', 'reminder'] as const;

/** Whether a step towards the person was begun and nobody knows what became of it, as after a crash. */
export async function isUnsettled({ effects }: Pick<Uses, 'effects'>, surveyId: string): Promise<boolean> {
  const open = await Promise.all(STEPS.map((step) => isOpen(effects, surveyKey(surveyId, step))));
  return open.includes(true);
}

const surveyOf = async (uses: Uses, routeId: string): Promise<string | undefined> => {
  const { caseId } = (await uses.routes.load(routeId)).aggregate.state;
  return (await interviewOf(uses, caseId))?.surveyId;
};

/** The investigation is over: a form that is not known to be there is asked for, or owed no more. */
export const callOffInterviewForm =
  (uses: Uses) =>
  async ({ id }: Pick<SubjectMoment, 'id'>): Promise<void> => {
    const surveyId = await surveyOf(uses, id);
    if (surveyId === undefined) return;
    const key = surveyKey(surveyId, 'form');
    await callOff(uses.effects, key, async () => (await uses.surveyForms.findFormByKey(key))?.formReference);
  };

/** The same for the link and the reminder. */
export const callOffInterviewTexts =
  (uses: Uses) =>
  async ({ id }: Pick<SubjectMoment, 'id'>): Promise<void> => {
    const surveyId = await surveyOf(uses, id);
    if (surveyId === undefined) return;
    await callOffMessage(uses, surveyKey(surveyId, 'link'));
    await callOffMessage(uses, surveyKey(surveyId, 'reminder'));
  };
