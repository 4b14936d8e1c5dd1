import { asyncLocalStorage } from '@temporalio/activity';
import {
  ExternalSystemRefused,
  ExternalSystemUnavailable,
  type Nonsense,
} from '../../ports/external-system.ts';

/** So many answers in a row that make no sense are no outage: a person has to look. */
const NONSENSE_IN_A_ROW = 5;
const NONSENSE: Readonly<Record<Nonsense, true>> = { garbage: true, 'result-unknown': true };
/** The partner was not asked: neither sense nor nonsense. */
const UNASKED: readonly string[] = ['circuit-open', 'settling'];
/** Of steps that were called off nobody hears again: the oldest are forgotten. */
const STEPS_REMEMBERED = 10_000;

/** The step that this activity is, the same over its attempts; nothing outside of the engine. */
export function stepUnderWay(): string | undefined {
  const info = asyncLocalStorage.getStore()?.info;
  return info && `${info.workflowExecution?.runId ?? ''}/${info.activityId}`;
}

/**
 * Counts what partners answer to each step that makes no sense. An outage is tried again without end, and ends the row.
 * It is counted in this process: after a restart, or by another worker, from the beginning.
 */
export function nonsense(step: () => string | undefined) {
  const inARow = new Map<string, number>();
  return {
    /** Too much of it counts as a refusal. */
    judged(error: unknown): unknown {
      const id = step();
      if (id === undefined) return error;
      if (error instanceof ExternalSystemUnavailable && UNASKED.includes(error.code)) return error;
      const before = inARow.get(id) ?? 0;
      inARow.delete(id);
      if (!(error instanceof ExternalSystemUnavailable) || !Object.hasOwn(NONSENSE, error.code)) return error;
      if (before + 1 >= NONSENSE_IN_A_ROW) return new ExternalSystemRefused(error.system, error.code);
      inARow.set(id, before + 1);
      const [oldest] = inARow.keys();
      if (inARow.size > STEPS_REMEMBERED && oldest !== undefined) inARow.delete(oldest);
      return error;
    },
    /** The step is done. */
    over(): void {
      inARow.delete(step() ?? '');
    },
  };
}
