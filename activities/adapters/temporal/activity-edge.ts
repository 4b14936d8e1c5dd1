import { ApplicationFailure, ApplicationFailureCategory } from '@temporalio/common';
import { DomainError, StaleAggregate } from '../../../domain/shared-kernel/domain-error.ts';
import { crashPoint } from '../../ports/crash-points.ts';
import { HeldForIdentity } from '../../ports/held-for-identity.ts';
import { ExternalSystemRefused, ExternalSystemUnavailable } from '../../ports/external-system.ts';
import { nonsense, stepUnderWay } from './nonsense.ts';

type Activity = (input: never) => Promise<unknown>;
export type Activities = Readonly<Record<string, Activity>>;

/**
 * Where activities meet Temporal: refusals are final, and a partner that makes no sense time after time counts as one;
 * everything else is tried again, and no message holds a value.
 */
export function atTheEdge<Set extends Activities>(
  activities: Set,
  onFailure: (name: string, error: unknown) => void,
  step = stepUnderWay,
): Set {
  const answers = nonsense(step);
  const wrapped = Object.entries(activities).map(([name, activity]) => [
    name,
    async (input: never) => {
      try {
        const result = await activity(input);
        crashPoint('activity/before-completion');
        answers.over();
        return result;
      } catch (error) {
        onFailure(name, error);
        const failure = asFailure(answers.judged(error));
        failure.stack = ''; // paths of this host have no place in a history; the log has the frames
        throw failure;
      }
    },
  ]);
  return Object.fromEntries(wrapped) as Set;
}

function asFailure(error: unknown): ApplicationFailure {
  if (error instanceof DomainError && !(error instanceof StaleAggregate)) {
    return ApplicationFailure.create({
      message: error.code,
      type: error.code,
      nonRetryable: true,
      details: [error.params],
    });
  }
  if (error instanceof ExternalSystemRefused) {
    const message = `${error.system} refused: ${error.code}`;
    return ApplicationFailure.create({
      message,
      type: 'ExternalSystemRefused',
      nonRetryable: true,
      details: [error.code],
    });
  }
  if (error instanceof ExternalSystemUnavailable) {
    const message = `${error.system} unavailable: ${error.code}`;
    const { retryAfterMilliseconds } = error;
    return ApplicationFailure.create({
      message,
      type: 'ExternalSystemUnavailable',
      ...(retryAfterMilliseconds === undefined ? {} : { nextRetryDelay: retryAfterMilliseconds }),
    });
  }
  if (error instanceof HeldForIdentity) {
    return ApplicationFailure.create({
      message: 'identity in doubt',
      type: 'HeldForIdentity',
      nonRetryable: true,
      category: ApplicationFailureCategory.BENIGN,
    });
  }
  // A slip of the program's, or a record that does not make sense: the same again would end the same.
  if (isDefect(error)) {
    return ApplicationFailure.create({ message: nameOf(error), type: 'Defect', nonRetryable: true });
  }
  return ApplicationFailure.create({ message: nameOf(error), type: 'Unexpected' });
}

const DEFECTS: readonly string[] = [
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'ZodError',
  'SealRefused',
];
/** PostgreSQL's classes of errors that come from what was asked: data exceptions, violated constraints, wrong statements. */
const DEFECTIVE_SQL = /^(22|23|42)[0-9A-Z]{3}$/;

function isDefect(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  const { code } = error as { code?: unknown };
  return DEFECTS.includes(error.name) || (typeof code === 'string' && DEFECTIVE_SQL.test(code));
}

/** An unknown error's kind. Its message may quote values, so it stays out of Temporal and out of the logs. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
}

/** Where an unexpected error came from, without its message. Nothing for a refusal, which is its own explanation. */
export function framesOf(error: unknown): readonly string[] {
  const refusal = error instanceof DomainError || nameOf(error).startsWith('ExternalSystem');
  return refusal || !(error instanceof Error) ? [] : (error.stack ?? '').split('\n').slice(1, 6);
}
