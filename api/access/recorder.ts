import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Place } from '../../activities/ports/lookups.ts';
import type { Answer, Endpoint } from '../contract/endpoint.ts';
import type { Dependencies } from '../dependencies.ts';
import { problemOf } from '../failures.ts';
import { accessEntries, type Access } from './access-entry.ts';
import type { Action } from './matrix.ts';
import type { Staff } from './staff.ts';

/** What tells nothing of any person. */
const IMPERSONAL: ReadonlySet<Action> = new Set<Action>([
  'clinic:operate',
  'protocol:read',
  'protocol:publish',
  'protocol:what-if',
  'disclosure:read',
  'figures:read',
  'retention:read',
  'saved-filter:keep',
  'import-map:keep',
  'webhook:manage',
  'simulation:run',
]);

type Asker = Readonly<{ request: Request; staff?: Staff | undefined; place?: Place | undefined }>;

/** What one endpoint leaves on record: before it answers, or before it refuses. @throws AccessNotRecorded */
export function recorder(endpoint: Endpoint, uses: Pick<Dependencies, 'accessRecords' | 'placeOf'>) {
  const { action, about } = endpoint;
  const leave = async (access: Omit<Access, 'endpoint' | 'requestId'>): Promise<void> => {
    if (action === undefined || IMPERSONAL.has(action)) return;
    await uses.accessRecords.record(accessEntries({ endpoint, requestId: randomUUID(), ...access }));
  };
  return {
    allowed: ({ request, staff, place }: Asker, { shown }: Answer): Promise<void> =>
      leave({ request, staff, place, shown }),
    /** Also of what lies elsewhere: whoever is responsible there sees who tried. */
    async refused({ request, staff, place }: Asker, error: unknown): Promise<void> {
      const problem = problemOf(error)?.code ?? 'internal/unexpected';
      const id = String(request.params['id']);
      const known = about !== undefined && !id.includes('\0'); // which no database keeps
      const there = place ?? (known ? await uses.placeOf({ kind: about, id }) : undefined);
      await leave({ request, staff, place: there, problem });
    },
  };
}
