import { z } from 'zod';
import { shownMoment } from '../contract/shapes.ts';
import { day, district } from './basics.ts';
import { several } from './several.ts';
import { ISOLATION_KINDS } from './states.ts';
import { PAGE_CURSOR, said } from './said.ts';

const PLACE = /^(\d{5})~([0-9a-f-]{36})$/;
/** `<district>~<person>`: where the page before ended. */
const cursor = z
  .string()
  .regex(PLACE, PAGE_CURSOR)
  .transform((text) => {
    const [, at = '', personId = ''] = PLACE.exec(text) ?? [];
    return { district: at, personId };
  });

const MOST_DAYS = 14;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** GET /follow-up-calendar */
export const calendarQuery = z
  .strictObject({
    district: several(district),
    from: day.optional(),
    to: day.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: cursor.optional(),
  })
  .refine(({ from, to }) => to === undefined || from !== undefined, {
    path: ['from'],
    message: said('마지막 날(to)을 적을 때에는 첫날(from)도', 'the first day, where the last one is named'),
  })
  .refine(
    ({ from, to }) =>
      from === undefined || to === undefined || (to >= from && daysFrom(from, to) <= MOST_DAYS),
    {
      path: ['to'],
      message: said(`첫날부터, 최대 ${MOST_DAYS}일`, `from the first day on, ${MOST_DAYS} days at most`),
    },
  );

const id = z.uuid();
export const calendarShown = z
  .object({
    personId: id,
    district: z.string(),
    contacts: z.array(
      z.object({ contactId: id, caseId: id, measure: z.string(), endsAt: shownMoment.nullable() }),
    ),
    cases: z.array(z.object({ caseId: id, tier: z.string() })),
    isolations: z.array(
      z.object({
        isolationId: id,
        kind: z.enum(ISOLATION_KINDS),
        stage: z.string(),
        caseId: id.nullable(),
        startsOn: z.iso.date(),
        endsAt: shownMoment.nullable(),
      }),
    ),
    days: z.array(
      z.object({
        day: z.iso.date(),
        state: z.enum(['missed', 'asked', 'answered', 'planned', 'notDue']),
        planned: z.array(z.string()),
        checks: z.array(
          z.object({
            slot: z.string(),
            channel: z.string(),
            state: z.enum(['asked', 'answered', 'missed', 'not-reached', 'called-off']),
            course: z.string().nullable(),
            askedAt: shownMoment,
          }),
        ),
        visits: z.array(z.object({ isolationId: id, at: shownMoment, outcome: z.string() })),
      }),
    ),
  })
  .meta({ id: 'FollowUpCalendar' });
