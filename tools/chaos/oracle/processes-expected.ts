import { reactionsTo } from '../../../activities/policies.ts';
import { processId } from '../../../activities/ports/processes.ts';
import type { AggregateRow, EventRow } from './evidence.ts';

/** Which processes the events of a run have begun, by the policy table: id of the process → id of its aggregate. */
export function processesBegun(events: readonly EventRow[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap(({ type, aggregateId }) =>
      reactionsTo(type)
        .filter(({ by, to }) => by === 'start' && to === 'itself')
        .map(({ process }) => [processId(process, aggregateId), aggregateId] as const),
    ),
  );
}

/** Whose process hears of an event for certain: its own, and the case's. Others are looked up when it is told. */
export function hearers({ type, aggregateId, caseId }: EventRow): readonly string[] {
  return reactionsTo(type).flatMap(({ process, to }) => {
    if (to === 'itself') return [processId(process, aggregateId)];
    return to === 'the case' && caseId !== null ? [processId(process, caseId)] : [];
  });
}

const ENDED: Readonly<Record<string, readonly string[]>> = {
  case: ['released', 'not-a-case', 'deceased', 'withdrawn', 'recorded'],
  isolation: ['ended'],
  'hand-over': ['rejected', 'withdrawn', 'expired', 'completed'],
  supplies: ['present', 'delivered', 'cancelled'],
};

/** Whether nothing is left to do for an aggregate; unknown where it depends on more than its stage. */
export const isEnded = ({ type, state }: AggregateRow): boolean | undefined =>
  ENDED[type]?.includes(String(state['stage']));
