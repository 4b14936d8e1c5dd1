import { z } from 'zod';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import { historyShown, shownMoment, taskShown, wordsShown } from '../contract/shapes.ts';
import { ISOLATION_WAITS } from '../why/isolation-words.ts';
import { ISOLATION_KINDS, ISOLATION_STAGES } from './states.ts';
import { movedOnShown, openTask } from './why-shown.ts';

const moment = shownMoment.optional();

/** What is known of an isolation or a quarantine. An order from before there were quarantines says less. */
export const isolationState = z.looseObject({
  stage: z.enum(ISOLATION_STAGES),
  kind: z.enum(ISOLATION_KINDS).optional(),
  caseId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  personId: z.uuid(),
  district: z.string(),
  orderedAt: shownMoment,
  startsOn: z.iso.date().optional(),
  /** Absent where the criteria for release decide. */
  endsAt: moment,
  /** A quarantine: since when it goes on past its end, because whether the person is ill is not decided. */
  keptForResultSince: moment,
  /** The version that gave the end. */
  protocol: z.string().optional(),
  binding: z.enum(['duty', 'advice'] as const satisfies readonly IsolationState['binding'][]).optional(),
  placeType: z.string().optional(),
  workBan: z.boolean().optional(),
  officer: z.string().optional(),
  notifiedAt: moment,
  noticeChannels: z.array(z.string()).optional(),
  exposures: z.array(z.object({ contactId: z.uuid(), dateOfLastExposure: z.iso.date() })).optional(),
  checks: z.int().optional(),
  missedInARow: z.int().optional(),
  lastCheck: z.object({ at: shownMoment, outcome: z.string() }).optional(),
  violations: z
    .array(
      z.object({
        sequence: z.int(),
        stage: z.enum(['reported', 'established', 'withdrawn']),
        source: z.string(),
        occurredAt: shownMoment,
        reportedAt: shownMoment,
        establishedAt: moment,
        withdrawnAt: moment,
        withdrawnBecause: z.string().optional(),
      }),
    )
    .optional(),
  establishedViolations: z.int().optional(),
  endedAt: moment,
  endedBecause: z.string().optional(),
  /** Since when the criteria had freed the person, where that was before its end was recorded. */
  overSince: moment,
  releaseNotifiedAt: moment,
});

/** An isolation or a quarantine as staff read it. */
export const isolationShown = isolationState
  .extend({
    isolationId: z.uuid(),
    version: z.int().min(1),
    why: z
      .object({
        /** The version that gave the end; null where the criteria for release or an order end it. */
        rule: z.string().nullable(),
        protocol: z.object({ version: z.string(), link: z.string() }).nullable(),
        says: wordsShown,
      })
      .meta({ id: 'WhyIsolated' }),
    next: z
      .object({
        waitingFor: z.enum(ISOLATION_WAITS),
        at: shownMoment.nullable(),
        says: wordsShown,
        movedOn: movedOnShown.nullable(),
        tasks: z.array(openTask),
      })
      .meta({ id: 'NextOfIsolation' }),
    tasks: z.array(taskShown),
    history: z.array(historyShown),
    /** `process` in Temporal Web; `case`, `contact`: whose `why` says what ends it. */
    links: z.object({ process: z.string(), case: z.string().optional(), contact: z.string().optional() }),
  })
  .meta({ id: 'Isolation' });
