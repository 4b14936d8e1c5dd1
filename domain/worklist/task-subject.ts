import { InvalidValue } from '../shared-kernel/domain-error.ts';
import {
  bulkRunId,
  clinicId,
  contactId,
  exportId,
  handOverId,
  informationRequestId,
  isolationId,
  livingSupportId,
  messageId,
  personId,
  protocolId,
  routeId,
  staffAccountId,
  suppliesId,
  surveyId,
  taskId,
  testId,
  webhookSubscriptionId,
  type Id,
} from '../shared-kernel/id.ts';

/** What may be at stake besides a case, and how its id is read. */
const SUBJECTS = {
  person: personId,
  isolation: isolationId,
  contact: contactId,
  route: routeId,
  'information-request': informationRequestId,
  test: testId,
  survey: surveyId,
  supplies: suppliesId,
  'living-support': livingSupportId,
  clinic: clinicId,
  message: messageId,
  'bulk-run': bulkRunId,
  protocol: protocolId,
  task: taskId,
  'hand-over': handOverId,
  'staff-account': staffAccountId,
  export: exportId,
  'webhook-subscription': webhookSubscriptionId,
} as const;
export type SubjectKind = keyof typeof SUBJECTS;

/** The aggregate that a task is about, by its id. */
export class TaskSubject {
  readonly kind: SubjectKind;
  readonly id: Id<SubjectKind>;

  private constructor(kind: SubjectKind, id: Id<SubjectKind>) {
    this.kind = kind;
    this.id = id;
    Object.freeze(this);
  }

  /** @throws InvalidValue `task/subject-unknown`, `id/malformed` */
  static of({ kind, id }: Readonly<{ kind: string; id: string }>): TaskSubject {
    if (!Object.hasOwn(SUBJECTS, kind)) throw new InvalidValue('task/subject-unknown');
    const known = kind as SubjectKind;
    return new TaskSubject(known, SUBJECTS[known](id));
  }

  equals(other: TaskSubject): boolean {
    return this.kind === other.kind && this.id === other.id;
  }
}
