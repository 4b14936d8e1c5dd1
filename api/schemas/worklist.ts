import { z } from 'zod';
import type {
  EscalationReason,
  HandBackReason,
  ReassignmentReason,
} from '../../domain/worklist/task.commands.ts';
import type { SubjectKind } from '../../domain/worklist/task-subject.ts';
import { TEAMS } from '../access/teams.ts';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { code, district, moment, staff, trueOrFalse } from './basics.ts';
import { several } from './several.ts';
import { PAGE_CURSOR } from './said.ts';

export const reassignmentBody = z.strictObject({
  staffId: staff,
  reason: z.enum(['absence', 'workload', 'skill'] as const satisfies readonly ReassignmentReason[]),
});
export const escalationBody = z.strictObject({
  reason: z.enum([
    'overdue',
    'person-at-risk',
    'beyond-authority',
  ] as const satisfies readonly EscalationReason[]),
  dueAt: moment.optional(),
});

/** `<priority>~<level>~<due>~<task>`: where the page before ended. */
const cursor = z
  .string()
  .regex(/^[1-3]~\d~\d{4}-\d\d-\d\dT[\d:.]{1,20}Z~[0-9a-f-]{36}$/, PAGE_CURSOR)
  .transform((text) => {
    const [priority = '', level = '', dueAt = '', taskId = ''] = text.split('~');
    return { priority: Number(priority), level: Number(level), dueAt, taskId };
  })
  .refine(({ taskId }) => z.uuid().safeParse(taskId).success, PAGE_CURSOR);

const SUBJECTS = [
  'person',
  'isolation',
  'contact',
  'route',
  'information-request',
  'test',
  'survey',
  'supplies',
  'living-support',
  'clinic',
  'message',
  'bulk-run',
  'protocol',
  'task',
] as const satisfies readonly SubjectKind[];
/** As tasks have theirs. */
const inUtc = moment.transform((given) => new Date(given).toISOString().replace('.000Z', 'Z'));
export const team = z.enum(TEAMS);

/** GET /tasks */
export const taskListQuery = z.strictObject({
  caseId: z.uuid().optional(),
  subject: z.uuid().optional(),
  subjectKind: several(z.enum(SUBJECTS)),
  team: several(team),
  district: several(district),
  kind: several(code),
  owner: several(staff),
  escalated: trueOrFalse.optional(),
  overdue: trueOrFalse.optional(),
  priority: several(z.coerce.number().int().min(1).max(3)),
  dueBefore: inUtc.optional(),
  openedAfter: inUtc.optional(),
  limit: pageQuery.limit,
  cursor: cursor.optional(),
});

/** One line of the worklist. */
export const taskListed = z
  .object({
    taskId: z.uuid(),
    version: z.int().min(1),
    kind: z.string(),
    team: z.string(),
    district: z.string(),
    /** 1 is the most urgent. */
    priority: z.int().min(1).max(3),
    /** How often it was sent up. */
    level: z.int().min(0),
    caseId: z.uuid().nullable(),
    subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
    reason: z.string().nullable(),
    owner: z.string().nullable(),
    /** It was taken from somebody who is absent or has no access any more, or had been given it by mistake, and nobody has taken it since. */
    handedBackBecause: z
      .enum(['absence', 'access-revoked', 'assignment-undone'] as const satisfies readonly HandBackReason[])
      .nullable(),
    /** Why it was sent up last; null too where that was not kept yet. */
    escalatedBecause: z
      .enum(['overdue', 'person-at-risk', 'beyond-authority'] as const satisfies readonly EscalationReason[])
      .nullable(),
    openedAt: shownMoment,
    dueAt: shownMoment,
    overdueSince: shownMoment.nullable(),
    /** What is to be done, in words. */
    todo: z.string(),
    decisions: z.array(z.string()),
    cursor: z.string(),
  })
  .meta({ id: 'TaskListed' });
