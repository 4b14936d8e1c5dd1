import { z } from 'zod';
import type { ClassificationReason } from '../../domain/patient-management/case/classification.ts';
import type { Course } from '../../domain/patient-management/case/symptom-report.ts';
import { historyShown, open, shownMoment, taskShown, wordsShown } from '../contract/shapes.ts';
import { isolationState } from './isolations-shown.ts';
import { CASE_STAGES, CLASSIFICATIONS, OUTCOMES } from './states.ts';
import { testState } from './tests-shown.ts';
import { nextShown, whyShown } from './why-shown.ts';

const moment = shownMoment.nullable();
const day = z.iso.date();

const classification = z.enum(CLASSIFICATIONS);
const classifiedBecause = z.enum([
  'opened',
  'list',
  'diagnosis',
  'test',
  'clinician',
  'epidemiological-link',
  'clinical-picture',
  'laboratory-evidence',
  'entered-by-mistake',
  'wrong-result',
  'wrong-person',
] as const satisfies readonly ClassificationReason[]);
const course = z.enum(['symptomFree', 'improving', 'notImproved'] as const satisfies readonly Course[]);

/** How the patient was, by the latest report. */
const report = z
  .object({
    reportedAt: shownMoment,
    course,
    symptoms: z.array(z.object({ code: z.string(), severity: z.string().optional() })).optional(),
    temperatureCelsius: z.number().optional(),
    antipyretic: z.boolean().optional(),
    feverFreeForHours: z.number().optional(),
  })
  .meta({ id: 'SymptomReport' });

/** Where its page is, and its process in Temporal Web, where it has one. */
const links = z.object({ page: z.string(), process: z.string().optional() });
const related = (id: string, more: z.core.$ZodLooseShape = {}): z.ZodType =>
  z.array(z.object({ [id]: z.uuid(), stage: z.string(), ...more, links }));

/** A case as staff read it. */
export const caseShown = z
  .object({
    caseId: z.uuid(),
    version: z.int().min(1),
    stage: z.enum(CASE_STAGES),
    disease: z.string(),
    classification,
    /** Every classification so far, oldest first. */
    classifications: z.array(z.object({ to: classification, at: shownMoment, because: classifiedBecause })),
    personId: z.uuid(),
    /** Of a re-infection: the person's last confirmed case of the disease. */
    previousCaseId: z.uuid().nullable(),
    district: z.string(),
    symptomatic: z.boolean(),
    /** The onset that counts: the entered one, or else the computed one. */
    dateOfSymptomOnset: day.nullable(),
    onset: z.object({ entered: day.nullable(), computed: day.nullable() }),
    /** Of an episode that a list told of after the fact; null of one that is led here. */
    recorded: open({
      confirmedOn: day,
      ended: z.object({ as: z.enum(['released', 'deceased']), on: day.optional() }).optional(),
      note: wordsShown,
    }).nullable(),
    openedAt: shownMoment,
    confirmedAt: moment,
    closedAt: moment,
    registryNumber: z.string().nullable(),
    /** 신고: until when the law wants it registered; null where its protocol does not say. */
    registration: z.object({ deadline: moment, overdue: z.boolean(), channel: z.string() }).nullable(),
    latestReport: report.nullable(),
    /** Why it is in doubt whose case it is, while it is. */
    identityInDoubt: z.string().nullable(),
    /** 관리군: by which version, and since when. */
    tier: z
      .object({ tier: z.string(), checksPerDay: z.number(), protocol: z.string(), since: shownMoment })
      .nullable(),
    outcome: z.object({ outcome: z.enum(OUTCOMES), on: day.optional() }).nullable(),
    /** The rule that decides now, its version, and each condition with the facts that met or failed it. */
    why: whyShown,
    /** What the process waits for, and until when at most. */
    next: nextShown,
    isolation: isolationState.extend({ isolationId: z.uuid(), version: z.int().min(1), links }).nullable(),
    supplies: related('suppliesId'),
    livingSupport: related('livingSupportId'),
    routes: related('routeId'),
    lookUps: related('informationRequestId', { kind: z.string() }),
    surveys: related('surveyId'),
    /** Those of other districts without their stage. */
    contacts: related('contactId', { stage: z.string().nullable() }),
    tests: z.array(testState.extend({ testId: z.uuid(), version: z.int().min(1) })),
    tasks: z.array(taskShown),
    /** All that has happened to the case and to what belongs to it, oldest first. */
    history: z.array(historyShown),
    /** `process`, `isolationProcess`, `identityProcess`: in Temporal Web; `protocol`: the version that decides. */
    links: z.object({
      process: z.string().optional(),
      isolationProcess: z.string().optional(),
      identityProcess: z.string().optional(),
      protocol: z.string().optional(),
    }),
  })
  .meta({ id: 'Case' });
