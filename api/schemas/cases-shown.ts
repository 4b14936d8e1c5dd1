import { z } from 'zod';
import { historyShown, open, shownMoment, taskShown } from '../contract/shapes.ts';

const moment = shownMoment.nullable();

/** A case as staff read it. */
export const caseShown = open({
  caseId: z.uuid(),
  version: z.int().min(1),
  stage: z.string(),
  disease: z.string(),
  classification: z.string(),
  personId: z.uuid(),
  previousCaseId: z.uuid().nullable(),
  district: z.string(),
  symptomatic: z.boolean(),
  dateOfSymptomOnset: z.iso.date().nullable(),
  /** Of an episode that a list told of after the fact; null of one that is led here. */
  recorded: open({
    confirmedOn: z.iso.date(),
    ended: z.object({ as: z.enum(['released', 'deceased']), on: z.iso.date().optional() }).optional(),
    note: z.object({ ko: z.string(), en: z.string() }),
  }).nullable(),
  openedAt: shownMoment,
  confirmedAt: moment,
  closedAt: moment,
  registryNumber: z.string().nullable(),
  /** The rule that decides now, its version, and each condition with the facts that met or failed it. */
  why: open({ rule: z.unknown(), because: z.unknown(), missing: z.unknown(), tracks: z.unknown() }),
  /** What the process waits for, and until when at most. */
  next: z.object({ waitingFor: z.unknown(), at: moment }),
  tests: z.array(open({ testId: z.uuid(), version: z.int() })),
  tasks: z.array(taskShown),
  history: z.array(historyShown),
  links: z.record(z.string(), z.string()),
}).meta({ id: 'Case' });
