import { z } from 'zod';

/** The document itself is checked by the domain, which names every place. */
const document = z.record(z.string(), z.unknown());
const version = z.string().min(1).max(120);

/** POST /protocols */
export const publishBody = z.strictObject({ protocol: document, corrects: version.optional() });

/** GET /protocols */
export const protocolListQuery = z.strictObject({
  disease: z.string().max(41),
  jurisdiction: z.string().max(13).default('kr'),
  on: z.iso.date().optional(),
});

/** GET /protocols/comparison */
export const comparisonQuery = z.strictObject({ before: version, after: version });

/** GET /protocols/{series}/{effectiveFrom}/{revision} */
export const versionParams = z.strictObject({
  series: z.string().max(60),
  effectiveFrom: z.iso.date(),
  revision: z.coerce.number().int().min(1).max(9_999),
});

const asked = z.union([
  z.strictObject({ version }),
  z.strictObject({
    disease: z.string().max(41),
    jurisdiction: z.string().max(13).default('kr'),
    on: z.iso.date(),
  }),
  z.strictObject({ document }),
]);

const evaluation = { protocol: asked, history: z.unknown(), at: z.iso.datetime({ offset: true }) };

/** POST /protocols/evaluations */
export const evaluationBody = z.discriminatedUnion('question', [
  z.strictObject({ ...evaluation, question: z.enum(['release', 'quarantine', 'monitoring', 'reporting']) }),
  z.strictObject({ ...evaluation, question: z.literal('contact'), exposure: z.unknown() }),
  z.strictObject({ ...evaluation, question: z.literal('livingSupport'), claim: z.unknown() }),
]);

/** POST /protocols/what-if */
export const whatIfBody = z.strictObject({
  protocol: asked,
  disease: z.string().max(41).default('covid-19'),
  district: z
    .string()
    .regex(/^\d{5}$/, 'five-digit administrative code')
    .optional(),
});
