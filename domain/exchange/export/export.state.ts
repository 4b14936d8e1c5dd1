import { Instant } from '../../shared-kernel/instant.ts';
import type { ExportPurpose, ExportRefusalReason } from './export.commands.ts';
import type { ExportEvent } from './export.events.ts';
import type { ScopeFacts } from './export-scope.ts';
import { MOST_TIMES } from './limits.ts';

/** Times are RFC 3339. */
export type ExportState = ScopeFacts &
  Readonly<{
    stage: 'requested' | 'approved' | 'refused' | 'used-up';
    purpose: ExportPurpose;
    requestedAt: string;
    requestedBy: string;
    decideBy: string;
    decidedAt?: string;
    decidedBy?: string;
    refusedBecause?: ExportRefusalReason;
    takeBy?: string;
    timesTaken: number;
  }>;

/** Folds one fact into the state. */
export function evolveExport(state: ExportState | undefined, event: ExportEvent): ExportState {
  if (event.type === 'ExportRequested') {
    const { list, format, columns, filters, district, purpose, decideBy, at, by } = event;
    const scope = { list, format, columns, filters, district };
    return {
      stage: 'requested',
      ...scope,
      purpose,
      requestedAt: at,
      requestedBy: by,
      decideBy,
      timesTaken: 0,
    };
  }
  if (state === undefined) throw new TypeError(`${event.type} before ExportRequested`);
  const { at, by } = event;
  switch (event.type) {
    case 'ExportApproved':
      return { ...state, stage: 'approved', decidedAt: at, decidedBy: by, takeBy: event.takeBy };
    case 'ExportRefused':
      return { ...state, stage: 'refused', decidedAt: at, decidedBy: by, refusedBecause: event.reason };
    case 'ExportTaken':
      return {
        ...state,
        stage: event.time >= MOST_TIMES ? 'used-up' : 'approved',
        timesTaken: event.time,
      };
  }
}

/** Its time is over, without anybody having to say so. */
export const isOver = ({ stage, decideBy, takeBy }: ExportState, at: Instant): boolean => {
  const until = stage === 'requested' ? decideBy : stage === 'approved' ? takeBy : undefined;
  return until !== undefined && !at.isBefore(Instant.of(until));
};
