import { InvalidValue } from '../shared-kernel/domain-error.ts';

/** Why a task was opened, as a code such as `test/already-resulted` or `payments: circuit-open`; never a value of a person. */
export type TaskReason = string & { readonly __kind: 'task-reason' };

/** @throws InvalidValue `task/reason-malformed` */
export function taskReason(text: string): TaskReason {
  if (!/^[A-Za-z][\w/:. -]{0,199}$/.test(text)) throw new InvalidValue('task/reason-malformed');
  return text as TaskReason;
}
