export type Answer = boolean | number | string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** FHIR R4: each answer under its own type. */
function value(answer: Answer): object {
  if (typeof answer === 'boolean') return { valueBoolean: answer };
  if (typeof answer === 'number') {
    return Number.isInteger(answer) ? { valueInteger: answer } : { valueDecimal: answer };
  }
  return DAY.test(answer) ? { valueDate: answer } : { valueCoding: { code: answer } };
}

export const questionnaireResponse = (
  form: Readonly<{ key: string; survey: string; questionnaire: string; answers?: Record<string, Answer> }>,
): object => ({
  resourceType: 'QuestionnaireResponse',
  status: 'completed',
  identifier: { system: 'urn:bangyeok:survey', value: form.survey },
  basedOn: [{ identifier: { system: 'urn:bangyeok:survey-form', value: form.key } }],
  questionnaire: form.questionnaire,
  authored: new Date().toISOString(),
  item: Object.entries(form.answers ?? {}).map(([linkId, answer]) => ({ linkId, answer: [value(answer)] })),
});
