import { z } from 'zod';
import type { SurveyMessage } from '../../ports/webhooks.ts';
import type { Read } from '../webhooks/read.ts';
import { answersIn, questionnaireResponse, SURVEY, task } from './form-wire.ts';

const declined = task.extend({ status: z.literal('rejected') });
const told = z.discriminatedUnion('resourceType', [questionnaireResponse, declined]);

/** Somebody has answered, or will not. */
export const readSurvey: Read<SurveyMessage> = (body) => {
  const read = told.parse(body);
  const identifiers = read.resourceType === 'Task' ? read.identifier : [read.identifier];
  const surveyId = z.uuid().parse(identifiers.find(({ system }) => system === SURVEY)?.value);
  return read.resourceType === 'Task'
    ? { surveyId, kind: 'declined' }
    : { surveyId, kind: 'answered', answers: answersIn(read) };
};
