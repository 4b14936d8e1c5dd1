import { z } from 'zod';
import type { AnswersByQuestion } from '../../../domain/diagnostic-testing/survey/answers.ts';

export const FORM = 'urn:bangyeok:survey-form';
export const SURVEY = 'urn:bangyeok:survey';

const identifier = z.object({ system: z.string().max(100), value: z.string().max(200) });
const code = z.string().min(1).max(64);

/** FHIR R4 Task: one form for one person. */
export const task = z.object({
  resourceType: z.literal('Task'),
  id: z.string().min(1).max(64),
  status: z.enum(['requested', 'completed', 'rejected', 'cancelled']),
  identifier: z.array(identifier).min(1).max(10),
  output: z
    .array(z.object({ valueUrl: z.url().max(500).optional() }))
    .max(10)
    .optional(),
});

/** Coded answers only: free text is no answer that we could understand. */
const answer = z.union([
  z.strictObject({ valueBoolean: z.boolean() }),
  z.strictObject({ valueInteger: z.number().int() }),
  z.strictObject({ valueDecimal: z.number() }),
  z.strictObject({ valueDate: z.iso.date() }),
  z.strictObject({ valueCoding: z.object({ code }) }),
]);

/** FHIR R4 QuestionnaireResponse, as far as we read it. */
export const questionnaireResponse = z.object({
  resourceType: z.literal('QuestionnaireResponse'),
  status: z.literal('completed'),
  identifier,
  item: z.array(z.object({ linkId: code, answer: z.array(answer).length(1) })).max(500),
});

export function answersIn({ item }: z.output<typeof questionnaireResponse>): AnswersByQuestion {
  return Object.fromEntries(
    item.flatMap(({ linkId, answer: [given] }) => (given === undefined ? [] : [[linkId, valueOf(given)]])),
  );
}

function valueOf(given: z.output<typeof answer>): boolean | number | string {
  const [value] = Object.values(given) as readonly (boolean | number | string | { code: string })[];
  if (value === undefined) throw new TypeError('an answer without a value');
  return typeof value === 'object' ? value.code : value;
}
