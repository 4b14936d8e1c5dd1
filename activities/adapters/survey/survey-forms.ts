import { z } from 'zod';
import { ExternalSystemUnavailable } from '../../ports/external-system.ts';
import type { FormReceipt, FormStanding, SurveyForms } from '../../ports/survey-forms.ts';
import { callPartner, type Call, type PartnerOptions } from '../http/call-partner.ts';
import { answersIn, FORM, questionnaireResponse, SURVEY, task } from './form-wire.ts';

const found = z.object({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(z.object({ resource: z.discriminatedUnion('resourceType', [task, questionnaireResponse]) }))
    .optional(),
});
const STATES = {
  requested: 'open',
  completed: 'answered',
  rejected: 'declined',
  cancelled: 'withdrawn',
} as const;

/** The survey system over FHIR R4: a Task for each form. A conditional create makes one form by its key. */
export function surveyForms(options: PartnerOptions): SurveyForms {
  const { baseUrl, apiKey, timeoutMilliseconds, circuit } = options;
  const call = (method: 'GET' | 'POST' | 'PUT', path: string, more: Partial<Call> = {}): Call => ({
    system: 'survey',
    url: `${baseUrl}/fhir/${path}`,
    method,
    timeoutMilliseconds,
    circuit,
    ...more,
    headers: {
      'content-type': 'application/fhir+json',
      authorization: `Bearer ${apiKey}`,
      ...more.headers,
    },
  });
  return {
    async open({ key, surveyId, questionnaire, questionnaireVersion, language, answerBy }) {
      const body = {
        resourceType: 'Task',
        status: 'requested',
        intent: 'order',
        identifier: [
          { system: FORM, value: key },
          { system: SURVEY, value: surveyId },
        ],
        focus: { reference: `Questionnaire/${questionnaire}|${questionnaireVersion}` },
        language,
        restriction: { period: { end: answerBy } },
      };
      const headers = { 'if-none-exist': `identifier=${FORM}|${key}` };
      return receipt(await callPartner(call('POST', 'Task', { headers, body }), task));
    },
    async findFormByKey(key): Promise<FormStanding | undefined> {
      const query = new URLSearchParams({
        identifier: `${FORM}|${key}`,
        _revinclude: 'QuestionnaireResponse:based-on',
      });
      const { entry = [] } = await callPartner(call('GET', `Task?${query.toString()}`), found);
      const resources = entry.map(({ resource }) => resource);
      const form = resources.find((one) => one.resourceType === 'Task');
      if (form === undefined) return undefined;
      const state = STATES[form.status];
      if (state !== 'answered') return { ...receipt(form), state };
      const response = resources.find((one) => one.resourceType === 'QuestionnaireResponse');
      if (response === undefined) throw new ExternalSystemUnavailable('survey', 'garbage');
      return { ...receipt(form), state, answers: answersIn(response) };
    },
    async withdraw(formReference) {
      const body = { resourceType: 'Task', id: formReference, status: 'cancelled' };
      const path = `Task/${encodeURIComponent(formReference)}`;
      return STATES[(await callPartner(call('PUT', path, { body }), task)).status] === 'withdrawn';
    },
  };
}

/** @throws ExternalSystemUnavailable `garbage` for a form without a link */
function receipt({ id, output }: z.output<typeof task>): FormReceipt {
  const link = output?.find(({ valueUrl }) => valueUrl !== undefined)?.valueUrl;
  if (link === undefined) throw new ExternalSystemUnavailable('survey', 'garbage');
  return { formReference: id, link };
}
