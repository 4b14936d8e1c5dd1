import { z } from 'zod';
import { receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { receiptOf } from '../contract/shapes.ts';
import { linesOf } from '../csv.ts';
import { district } from '../schemas/basics.ts';

const query = z.strictObject({
  source: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/, 'who keeps the list, as a code in lower case'),
  district,
  disease: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/, 'a disease code in lower case')
    .default('covid-19'),
});

const EXAMPLE = `patient_id,sex,age,province,symptom_onset_date,confirmed_date,state
P-1,female,40s,Seoul,2026-11-12,2026-11-14,isolated
`;

export const IMPORTS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/imports',
      load: 'heavy',
      tag: 'bulk-work',
      does: {
        ko: '환자 명단(CSV)을 올립니다. 행마다 결과가 남습니다.',
        en: 'Takes a list of patients as CSV. Every row gets its result.',
      },
      action: 'import:order',
      districtOf: ({ query: asked }) => asked.district,
      query,
      body: z.string(),
      consumes: 'text/csv',
      example: EXAMPLE,
      needsKey: true,
      answer: { status: 201, schema: receiptOf('runId'), etag: true, location: true },
      problems: ['bulk-run', 'import'],
    },
    async ({ requests }, { identity, query: about, body }) => {
      const receipt = await requests.requestImport({ ...identity(), ...about, ...linesOf(body) });
      return { ...receiptAnswer(receipt, 'runId'), location: `/bulk-runs/${receipt.id}` };
    },
  ),
];
