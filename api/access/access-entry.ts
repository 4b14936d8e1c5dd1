import type { Request } from 'express';
import type { AccessEntry } from '../../activities/ports/access-records.ts';
import type { Endpoint, Shown } from '../contract/endpoint.ts';
import { REASONS } from './reasons.ts';
import type { Staff } from './staff.ts';

/** What is known of a request when it is answered or refused. */
export type Access = Readonly<{
  endpoint: Pick<Endpoint, 'method' | 'path' | 'action' | 'about'>;
  request: Request;
  requestId: string;
  /** Nobody, where the token was refused. */
  staff?: Staff | undefined;
  place?: Readonly<{ district: string; caseId?: string; subjectId?: string }> | undefined;
  /** Whose data a page shows, or what came to be: a row for each. */
  shown?: readonly Shown[] | undefined;
  /** Why, where it was said earlier than by this request. */
  reason?: string | undefined;
  /** The code of the refusal. */
  problem?: string | undefined;
}>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** What a client writes may be anything, a name among it: only an id is kept. */
const idOf = (text: unknown): string | undefined =>
  typeof text === 'string' && UUID.test(text) ? text : undefined;

/** The rows that a request leaves: one, or one of each person that its page shows. */
export function accessEntries(access: Access): readonly AccessEntry[] {
  const { endpoint, request, requestId, staff, place, shown, problem } = access;
  const reason = access.reason ?? request.get('access-reason');
  const row = {
    requestId,
    staffId: staff?.id,
    roles: staff?.roles ?? [],
    offices: staff?.jurisdictions ?? [],
    sourceAddress: request.ip ?? '0.0.0.0',
    endpoint: `${endpoint.method.toUpperCase()} ${endpoint.path}`,
    action: endpoint.action,
    district: place?.district,
    caseId: place?.caseId,
    problem,
    reason: reason !== undefined && Object.hasOwn(REASONS, reason) ? reason : undefined,
  };
  if (shown !== undefined && shown.length > 0)
    return shown.map(({ kind, id, personId, caseId }) => ({
      ...row,
      ...{ subjectKind: kind, subjectId: idOf(id), personId, caseId: caseId ?? row.caseId },
    }));
  const id = endpoint.about === undefined ? undefined : idOf(place?.subjectId ?? request.params['id']);
  return [{ ...row, subjectKind: endpoint.about, subjectId: id }];
}
