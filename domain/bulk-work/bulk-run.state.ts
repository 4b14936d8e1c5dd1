import type { BulkRunEvent } from './bulk-run.events.ts';
import type { BulkCounts, BulkKind, BulkSubject } from './bulk-run.kinds.ts';

/** Times are RFC 3339. How far it has come stands beside it, not in it: that moves with every batch. */
export type BulkRunState = Readonly<{
  stage: 'running' | 'paused' | 'finished';
  kind: BulkKind;
  key: string;
  about: BulkSubject;
  requestedAt: string;
  requestedBy: string;
  pausedAt?: string;
  finishedAt?: string;
  counts?: BulkCounts;
}>;

/** Folds one fact into the state. */
export function evolveBulkRun(state: BulkRunState | undefined, event: BulkRunEvent): BulkRunState {
  if (event.type === 'BulkRunRequested') {
    const { kind, key, about, at, by } = event;
    return { stage: 'running', kind, key, about, requestedAt: at, requestedBy: by };
  }
  if (state === undefined) throw new TypeError(`${event.type} before BulkRunRequested`);
  switch (event.type) {
    case 'BulkRunPaused':
      return { ...state, stage: 'paused', pausedAt: event.at };
    case 'BulkRunResumed': {
      const { pausedAt: _since, ...running } = state;
      return { ...running, stage: 'running' };
    }
    case 'BulkRunFinished':
      return { ...state, stage: 'finished', finishedAt: event.at, counts: event.counts };
  }
}
