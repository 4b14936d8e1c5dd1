import { z } from 'zod';
import { MATRIX, type Action } from '../access/matrix.ts';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { moment, staff } from './basics.ts';
import { momentsInOrder } from './filters.ts';
import { PAGE_CURSOR } from './said.ts';

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)~([0-9a-f-]{36})~([1-9]\d{0,9})$/;
/** `<moment>~<chain>~<position>`: where the page before ended. */
const cursor = z
  .string()
  .regex(PLACE, PAGE_CURSOR)
  .transform((text) => {
    const [, at = '', chain = '', position = ''] = PLACE.exec(text) ?? [];
    return { at, chain, position: Number(position) };
  })
  .refine(
    ({ at, chain, position }) =>
      !Number.isNaN(Date.parse(at)) && z.guid().safeParse(chain).success && position < 2 ** 31,
    PAGE_CURSOR,
  );
const page = {
  limit: pageQuery.limit,
  cursor: cursor.optional(),
} as const;

export const personAccessQuery = z.strictObject(page);
export const accessListQuery = momentsInOrder(
  z.strictObject({
    staff: staff.optional(),
    person: z.uuid().optional(),
    case: z.uuid().optional(),
    action: z.enum(Object.keys(MATRIX) as [Action, ...Action[]]).optional(),
    outcome: z.enum(['allowed', 'refused']).optional(),
    from: moment.optional(),
    to: moment.optional(),
    ...page,
  }),
);

const ofPerson = {
  at: shownMoment,
  chain: z.uuid(),
  position: z.int().min(1),
  roles: z.array(z.string()),
  offices: z.array(z.string()),
  endpoint: z.string(),
  action: z.string().nullable(),
  subjectKind: z.string().nullable(),
  outcome: z.enum(['allowed', 'refused']),
  reason: z.string().nullable(),
} as const;
/** For the person concerned: no account of a member of staff. */
export const personAccessShown = z.object(ofPerson).meta({ id: 'PersonAccess' });
export const accessShown = z
  .object({
    ...ofPerson,
    staffId: z.string().nullable(),
    sourceAddress: z.string(),
    subjectId: z.uuid().nullable(),
    personId: z.uuid().nullable(),
    caseId: z.uuid().nullable(),
    district: z.string().nullable(),
    problem: z.string().nullable(),
    requestId: z.uuid(),
  })
  .meta({ id: 'AccessRecord' });
