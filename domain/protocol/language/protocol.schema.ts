import { z } from '../../shared-kernel/schema.ts';
import { EVIDENCE_STATUS, name, words } from './basics.ts';
import {
  confirmation,
  livingSupport,
  lookUps,
  monitoring,
  notices,
  outbreakEnd,
  reporting,
  routeDisclosure,
  sanctions,
  supplies,
} from './care.schema.ts';
import { contactDefinition, quarantine } from './contacts.schema.ts';
import { caseRelease, contactHours, releaseCheck } from './release.schema.ts';

const rules = z.strictObject({
  caseRelease: caseRelease.optional(),
  releaseCheck: releaseCheck.optional(),
  contactHours: contactHours.optional(),
  contactDefinition: contactDefinition.optional(),
  quarantine: quarantine.optional(),
  monitoring: monitoring.optional(),
  notices: notices.optional(),
  sanctions: sanctions.optional(),
  supplies: supplies.optional(),
  livingSupport: livingSupport.optional(),
  confirmation: confirmation.optional(),
  reporting: reporting.optional(),
  lookUps: lookUps.optional(),
  routeDisclosure: routeDisclosure.optional(),
  outbreakEnd: outbreakEnd.optional(),
});
export const RULE_NAMES = Object.keys(rules.shape) as readonly RuleName[];

/** A fact that is not known for sure, or that an office sets: named, with the value in use and the reason for it. */
const parameter = z.strictObject({
  value: z.union([z.string().max(200), z.number(), z.boolean()]),
  status: z.enum(EVIDENCE_STATUS),
  why: z.string().min(1).max(500),
});

const factType = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('truth') }),
  z.strictObject({ type: z.literal('number') }),
  z.strictObject({ type: z.literal('date') }),
  z.strictObject({ type: z.literal('code'), values: z.array(z.string().max(64)).max(100).optional() }),
  z.strictObject({ type: z.literal('codes'), values: z.array(z.string().max(64)).max(100).optional() }),
]);

const declaredFacts = z
  .record(name, factType)
  .refine((facts) => Object.keys(facts).length <= 200, 'at most 200 facts');

/** Day on which a protocol takes effect, and where and for what. Wherever a value stands, `{"parameter": "name"}` may. */
export const protocolDocument = z
  .strictObject({
    disease: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'a disease code in lower case: covid-19'),
    jurisdiction: z
      .string()
      .regex(
        /^[a-z]{2}(-[0-9]{1,10})?$/,
        'a country code in lower case, with the digits of a district where needed: kr, kr-11110',
      ),
    effectiveFrom: z.iso.date(),
    /** The last day in force. Without it, until the next version. */
    effectiveUntil: z.iso.date().optional(),
    /** `carryOver`: rules not named here stay as they were in the version before. */
    unchanged: z.enum(['carryOver', 'dropped']),
    title: words.optional(),
    parameters: z
      .record(name, parameter)
      .refine((all) => Object.keys(all).length <= 200, 'at most 200 parameters')
      .optional(),
    sources: z
      .record(
        z.string().max(16),
        z.strictObject({ title: z.string().max(300).optional(), url: z.string().max(500) }),
      )
      .optional(),
    /** Facts beyond the language's own, answered by a history's `attributes`. */
    facts: declaredFacts.optional(),
    /** Facts of an exposure beyond the language's own. */
    exposureFacts: declaredFacts.optional(),
    rules,
  })
  .refine(
    ({ effectiveFrom, effectiveUntil }) => effectiveUntil === undefined || effectiveUntil >= effectiveFrom,
    {
      path: ['effectiveUntil'],
      message: 'negative length: the protocol would end before it begins',
    },
  );

export type ProtocolDocument = z.infer<typeof protocolDocument>;
export type Rules = z.infer<typeof rules>;
export type RuleName = keyof Rules;
export type CaseReleaseRule = NonNullable<Rules['caseRelease']>;
export type ReleaseCheckRule = NonNullable<Rules['releaseCheck']>;
export type ContactHoursRule = NonNullable<Rules['contactHours']>;
export type QuarantineRule = NonNullable<Rules['quarantine']>;
export type ContactDefinitionRule = NonNullable<Rules['contactDefinition']>;
export type MonitoringRule = NonNullable<Rules['monitoring']>;
export type LivingSupportRule = NonNullable<Rules['livingSupport']>;
