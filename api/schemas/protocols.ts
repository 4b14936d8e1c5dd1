import { z } from 'zod';
import { disease, diseaseOrCovid, district, moment } from './basics.ts';
import { said } from './said.ts';

/** The document itself is checked by the domain, which names every place. */
const document = z.record(z.string(), z.unknown());
const version = z
  .string()
  .regex(
    /^[a-z0-9/-]{1,120}$/,
    said('버전, 예: kr-covid-19/2022-02-09/1', 'a version: kr-covid-19/2022-02-09/1'),
  );
const jurisdiction = z
  .string()
  .regex(/^[a-z]{2}(-[0-9]{1,10})?$/, said('영문 소문자로 된 국가 코드', 'a country code in lower case'))
  .default('kr');

/** POST /protocols */
export const publishBody = z.strictObject({ protocol: document, corrects: version.optional() });

/** GET /protocols */
export const protocolListQuery = z.strictObject({
  disease,
  jurisdiction,
  on: z.iso.date().optional(),
});

/** GET /protocols/comparison */
export const comparisonQuery = z.strictObject({ before: version, after: version });

/** GET /protocols/{series}/{effectiveFrom}/{revision} */
export const versionParams = z.strictObject({
  series: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, said('지침의 이름, 예: kr-covid-19', 'a series such as kr-covid-19')),
  effectiveFrom: z.iso.date(),
  revision: z.coerce.number().int().min(1).max(9_999),
});

const asked = z.union([
  z.strictObject({ version }),
  z.strictObject({
    disease,
    jurisdiction,
    on: z.iso.date(),
  }),
  z.strictObject({ document }),
]);

const evaluation = {
  protocol: asked,
  history: z.unknown(),
  at: moment,
};

/** POST /protocols/evaluations */
export const evaluationBody = z.discriminatedUnion('question', [
  z.strictObject({ ...evaluation, question: z.enum(['release', 'quarantine', 'monitoring', 'reporting']) }),
  z.strictObject({ ...evaluation, question: z.literal('contact'), exposure: z.unknown() }),
  z.strictObject({ ...evaluation, question: z.literal('livingSupport'), claim: z.unknown() }),
]);

/** POST /protocols/what-if */
export const whatIfBody = z.strictObject({
  protocol: asked,
  disease: diseaseOrCovid,
  district: district.optional(),
});
