import type { Orderer } from '../../activities/ports/bulk-commands.ts';
import { HEADQUARTERS, NATION } from '../../domain/shared-kernel/districts/beginnings.ts';
import { reasonOf } from '../access/reasons.ts';
import type { Staff } from '../access/staff.ts';
import type { Asked } from '../contract/endpoint.ts';

/** As whom somebody asks: each row is done, and on record, in their name. */
export const ordererOf = ({
  staff: { id: staffId, roles, jurisdictions: offices },
  request,
}: Pick<Asked<unknown, unknown, unknown>, 'staff' | 'request'>): Orderer => ({
  ...{ staffId, roles, offices },
  sourceAddress: request.ip ?? '0.0.0.0',
  reason: reasonOf(request),
});

/** Whose run it is: the first of their places; of the country, the headquarters’. */
export const officeOfRun = ({ jurisdictions: [first = NATION] }: Staff): string =>
  first === NATION ? HEADQUARTERS : first;
