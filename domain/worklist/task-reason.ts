import { InvalidValue } from '../shared-kernel/domain-error.ts';

/** Why a task was opened, as a code such as `test/already-resulted` or `payments: circuit-open`; never a value of a person. */
export type TaskReason = string & { readonly __kind: 'task-reason' };

const LONGEST = 200;

/** @throws InvalidValue `task/reason-malformed` */
export function taskReason(text: string): TaskReason {
  if (text.length > LONGEST || !/^[A-Za-z][\w/:. @|+-]*$/.test(text))
    throw new InvalidValue('task/reason-malformed');
  return text as TaskReason;
}

/** Names the facts that are missing, each once, as far as they fit. */
export const factsMissing = (names: readonly string[]): TaskReason =>
  taskReason(`facts-missing: ${[...new Set(names)].sort().join(' ')}`.slice(0, LONGEST).trimEnd());
