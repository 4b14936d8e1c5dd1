import type { ErrorCode } from '../../domain/shared-kernel/error-code.ts';
import { Refusal } from '../problem.ts';
import { REFUSALS } from '../refusals.ts';
import type { Subject } from './endpoint.ts';

const ABSENT: Readonly<Record<Subject, ErrorCode>> = {
  'bulk-run': 'bulk-run/not-found',
  case: 'case/not-found',
  clinic: 'clinic/not-found',
  contact: 'contact/not-found',
  export: 'export/not-found',
  'hand-over': 'hand-over/not-found',
  'information-request': 'information-request/not-found',
  isolation: 'isolation/not-found',
  'living-support': 'living-support/not-found',
  person: 'person/not-found',
  route: 'route/not-found',
  'staff-account': 'staff-account/not-found',
  supplies: 'supplies/not-found',
  survey: 'survey/not-found',
  task: 'task/not-found',
  test: 'test/not-found',
  'webhook-subscription': 'webhook-subscription/not-found',
};

/** That nothing of the kind is known: said of what does not exist and of what is not theirs alike. */
export const refusedAs = (kind: Subject): Refusal => absent(ABSENT[kind]);

export function absent(code: ErrorCode): Refusal {
  const { status, title } = REFUSALS[code];
  return new Refusal({ code, status, title });
}
