import { z } from 'zod';
import { pageQuery, shownMoment } from '../contract/shapes.ts';
import { code, district } from './basics.ts';
import { several } from './several.ts';
import { handOverListed } from './hand-overs.ts';
import { taskListed, team } from './worklist.ts';
import { PAGE_CURSOR } from './said.ts';

const PLACE = /^(\d{5})~([a-z-]{1,64})~([A-Za-z][A-Za-z0-9-]{0,63})$/;
/** `<district>~<team>~<kind>`: where the page before ended. */
const cursor = z
  .string()
  .regex(PLACE, PAGE_CURSOR)
  .transform((text) => {
    const [, at = '', ofTeam = '', kind = ''] = PLACE.exec(text) ?? [];
    return { district: at, team: ofTeam, kind };
  });

/** GET /worklists */
export const worklistQuery = z.strictObject({
  team: several(team),
  district: several(district),
  kind: several(code),
  limit: pageQuery.limit,
  cursor: cursor.optional(),
});

const count = z.int().min(0);
export const queueShown = z
  .object({
    district: z.string(),
    team: z.string(),
    kind: z.string(),
    open: count,
    unclaimed: count,
    overdue: count,
    escalated: count,
    oldestOpenedAt: shownMoment,
    nextDueAt: shownMoment.nullable(),
  })
  .meta({ id: 'TaskQueue' });

const pile = z.object({ count, more: z.boolean(), first: z.array(taskListed) }).meta({ id: 'PileOfTasks' });
export const myDayShown = z.object({
  /** In Seoul. */
  today: z.iso.date(),
  teams: z.array(team),
  open: pile,
  overdue: pile,
  dueToday: pile,
  unclaimed: pile,
  /** In the teams and districts of whoever gives tasks to others; null for everybody else. */
  office: z
    .object({
      /** Whoever has it. */
      overdue: pile,
      overdueUnclaimed: pile,
      escalated: pile,
    })
    .nullable(),
  /** Offered to one’s districts, for those who may answer; what has to be answered first comes first. */
  handOvers: z.object({ count, more: z.boolean(), first: z.array(handOverListed) }),
});
