import { z } from 'zod';
import type { FollowUpKind } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { historyShown, shownMoment, taskShown, wordsShown } from '../contract/shapes.ts';
import { BECAUSES } from '../why/because-words.ts';
import { CONTACT_STEPS } from '../why/contact-words.ts';
import { CONTACT_STAGES, FOLLOW_UP_STATUSES } from './states.ts';
import { movedOnShown, openTask, protocolNamed, toEnterShown, trackShown } from './why-shown.ts';

const day = z.iso.date();
const kind = z.enum([
  'quarantine',
  'activeSurveillance',
  'passiveSurveillance',
  'none',
] as const satisfies readonly FollowUpKind[]);
const condition = { criterion: z.string(), met: z.boolean(), fact: z.string() };

/** Why a contact is followed up as it is: grade, measure, and each condition of its end with the facts. */
const why = z
  .object({
    rule: z.string().nullable(),
    protocol: protocolNamed.nullable(),
    because: z.enum(BECAUSES).nullable(),
    says: wordsShown,
    grade: z
      .object({
        grade: z.string(),
        rule: z.string().nullable(),
        conditions: z.array(z.object({ ...condition, says: wordsShown })),
      })
      .nullable(),
    measure: z
      .object({
        measure: z.string(),
        kind,
        rule: z.string(),
        endsAt: shownMoment.nullable(),
        chosen: z.boolean(),
        says: wordsShown,
      })
      .nullable(),
    missing: z.array(z.string()),
    toEnter: z.array(toEnterShown),
    tracks: z.array(trackShown),
    tests: z.array(
      z.object({
        test: z.string(),
        testType: z.string(),
        from: day.nullable(),
        until: day.nullable(),
        state: z.enum(['notYet', 'due', 'overdue', 'done', 'unknown']),
        says: wordsShown,
      }),
    ),
  })
  .meta({ id: 'WhyOfContact' });

const next = z
  .object({
    waitingFor: z.enum(CONTACT_STEPS).nullable(),
    at: shownMoment.nullable(),
    says: wordsShown,
    movedOn: movedOnShown.nullable(),
    tasks: z.array(openTask),
  })
  .meta({ id: 'NextOfContact' });

/** A contact as staff read it. */
export const contactShown = z
  .looseObject({
    contactId: z.uuid(),
    version: z.int().min(1),
    stage: z.enum(CONTACT_STAGES),
    sourceCaseId: z.uuid(),
    exposedPersonId: z.uuid(),
    district: z.string(),
    foundBy: z.string(),
    namedAt: shownMoment.optional(),
    exposures: z.array(z.looseObject({ dateOfLastContact: day, placeId: z.string(), setting: z.string() })),
    dateOfLastContact: day.optional(),
    grade: z.string().optional(),
    protocolVersion: z.string().optional(),
    conditions: z.array(z.object(condition)).optional(),
    ungradedExposures: z.int(),
    followUp: z.enum(FOLLOW_UP_STATUSES),
    /** The exposed person's own case. */
    caseId: z.uuid().optional(),
    health: z
      .object({ at: shownMoment, symptomatic: z.boolean(), dateOfSymptomOnset: day.optional() })
      .optional(),
    vaccinatedOn: z.array(day).optional(),
    transmission: z.string().optional(),
    why,
    next,
    tasks: z.array(taskShown),
    history: z.array(historyShown),
    links: z.object({ process: z.string() }),
  })
  .meta({ id: 'Contact' });
