import { z } from 'zod';
import type {
  AbsenceReason,
  RevocationReason,
} from '../../domain/worklist/staff-account/staff-account.commands.ts';
import { historyShown, shownMoment } from '../contract/shapes.ts';
import { moment } from './basics.ts';

const absenceReason = z.enum([
  'leave',
  'training',
  'other-duty',
  'unreachable',
] as const satisfies readonly AbsenceReason[]);
const revocationReason = z.enum([
  'left-office',
  'moved',
  'account-at-risk',
  'misuse',
] as const satisfies readonly RevocationReason[]);

export const revocationBody = z.strictObject({ reason: revocationReason });
export const absenceBody = z.strictObject({ from: moment, until: moment, reason: absenceReason });

/** GET /staff/{account} */
export const staffShown = z
  .object({
    staffId: z.string(),
    /** 0 while nothing was said of the account. */
    version: z.int().min(0),
    stage: z.enum(['active', 'revoked']),
    revokedAt: shownMoment.nullable(),
    revokedBecause: revocationReason.nullable(),
    /** On now, or to come when the last one was reported. */
    absences: z.array(z.object({ from: shownMoment, until: shownMoment, reason: absenceReason })),
    /** The last request that is on record, and where the account was responsible by its token. */
    lastSeenAt: shownMoment.nullable(),
    jurisdictions: z.array(z.string()),
    /** Open tasks that they have taken, and isolations of which they are the named officer: in your districts. */
    tasks: z.array(
      z.object({
        taskId: z.uuid(),
        version: z.int(),
        kind: z.string(),
        district: z.string(),
        dueAt: shownMoment,
      }),
    ),
    isolations: z.array(
      z.object({
        isolationId: z.uuid(),
        version: z.int(),
        kind: z.string(),
        stage: z.string(),
        district: z.string(),
      }),
    ),
    history: z.array(historyShown),
  })
  .meta({ id: 'Staff' });
