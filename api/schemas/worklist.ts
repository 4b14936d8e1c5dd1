import { z } from 'zod';
import type { EscalationReason, ReassignmentReason } from '../../domain/worklist/task.commands.ts';
import type { Team } from '../../domain/worklist/task.kinds.ts';
import { code, district, moment, staff } from './basics.ts';

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
  dueAt: moment,
});

/** `<priority>~<level>~<due>~<task>`: where the page before ended. */
const cursor = z
  .string()
  .regex(/^[1-3]~\d~\d{4}-\d\d-\d\dT[\d:.]{1,20}Z~[0-9a-f-]{36}$/, 'the cursor of the page before')
  .transform((text) => {
    const [priority = '', level = '', dueAt = '', taskId = ''] = text.split('~');
    return { priority: Number(priority), level: Number(level), dueAt, taskId };
  })
  .refine(({ taskId }) => z.uuid().safeParse(taskId).success, 'the cursor of the page before');

/** GET /tasks */
export const taskListQuery = z.strictObject({
  caseId: z.uuid().optional(),
  subject: z.uuid().optional(),
  team: z
    .enum([
      'patient-management',
      'isolation-management',
      'diagnostic-testing',
      'epidemiological-investigation',
    ] as const satisfies readonly Team[])
    .optional(),
  district: district.optional(),
  kind: code.optional(),
  owner: staff.optional(),
  escalated: z.stringbool({ truthy: ['true'], falsy: ['false'] }).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: cursor.optional(),
});
