import { z } from 'zod';
import type { ExposureSetting } from '../../domain/protocol/language/condition.ts';
import type { ContactGrade } from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import { day, district } from './basics.ts';
import { newPerson } from './requests.ts';
import { said } from './said.ts';

const SETTINGS = [
  'household',
  'workplace',
  'school',
  'healthCare',
  'vulnerableFacility',
  'venue',
  'transport',
  'other',
] as const satisfies readonly ExposureSetting[];

const exposure = z.strictObject({
  dateOfFirstContact: day.optional(),
  dateOfLastContact: day,
  placeId: z.string().min(1).max(64),
  setting: z.enum(SETTINGS),
  distanceMetres: z.number().min(0).max(1_000).optional(),
  minutes: z.number().int().min(0).max(100_000).optional(),
  masked: z.boolean().optional(),
  touched: z.boolean().optional(),
  faceToFace: z.boolean().optional(),
  talking: z.boolean().optional(),
  caseMasked: z.boolean().optional(),
  caseCoughing: z.boolean().optional(),
  sameClosedSpace: z.boolean().optional(),
  careWithoutProtection: z.boolean().optional(),
  /** Answers to the facts that a protocol declares by itself. */
  attributes: z.record(z.string().max(64), z.union([z.boolean(), z.number(), z.string().max(64)])).optional(),
});

/**
 * POST /look-ups/{id}/contacts: an entry of the venue's log. It knows name, telephone, place and times; the rest of somebody
 * new is asked of them.
 */
export const nameVisitorBody = z.strictObject({
  entry: z.string().min(1).max(64),
  person: z.union([
    z.strictObject({ personId: z.uuid() }),
    newPerson.omit({ name: true, phone: true }).extend({ district }),
  ]),
  exposure: exposure
    .omit({ placeId: true, dateOfFirstContact: true, dateOfLastContact: true, minutes: true })
    .extend({ setting: z.enum(SETTINGS).default('venue') })
    .default({ setting: 'venue' }),
});

/** POST /cases/{id}/contacts: somebody known, or somebody new with a district. */
export const nameContactBody = z.strictObject({
  person: z.union([z.strictObject({ personId: z.uuid() }), newPerson.extend({ district })]),
  foundBy: z.enum(['interview', 'entryLog', 'card', 'naming', 'import']),
  exposures: z.array(exposure).min(1).max(50),
});
export const exposureBody = exposure;
export const gradeBody = z.strictObject({
  grade: z.enum(['close', 'casual', 'none'] as const satisfies readonly ContactGrade[]),
});
export const contactSymptomsBody = z
  .strictObject({ symptomatic: z.boolean(), dateOfSymptomOnset: day.optional() })
  .refine(({ symptomatic, dateOfSymptomOnset }) => symptomatic || dateOfSymptomOnset === undefined, {
    path: ['dateOfSymptomOnset'],
    message: said('증상발생일은 증상이 있을 때만', 'only somebody with symptoms has an onset'),
  });
/** Every dose so far; an empty list says that there was none. */
export const contactVaccinationsBody = z.strictObject({ vaccinatedOn: z.array(day).max(20) });
export const dropBody = z.strictObject({
  reason: z.enum(['not-exposed', 'duplicate', 'wrong-person', 'entered-by-mistake']),
});
export const followUpEndBody = z.strictObject({
  reason: z.enum(['no-answer', 'left-the-country', 'deceased', 'followed-elsewhere', 'entered-by-mistake']),
});
/** How sure it is that the source case infected the contact; or that it did not. */
export const transmissionBody = z.union([
  z.strictObject({ certainty: z.enum(['confirmed', 'probable', 'possible']) }),
  z.strictObject({
    withdrawn: z.enum(['another-source', 'dates-impossible', 'sequencing', 'entered-by-mistake']),
  }),
]);
