import { z } from 'zod';
import { historyShown, open, shownMoment, taskShown } from '../contract/shapes.ts';

const count = z.int().min(0);
const hours = z.object({ from: z.string(), to: z.string() });

const shift = open({
  date: z.iso.date(),
  staffId: z.string(),
  role: z.string(),
  from: shownMoment,
  to: shownMoment,
  /** Missing while nobody covers the shift. */
  workedBy: z.string().optional(),
  uncoveredSince: shownMoment.optional(),
});

/** What a clinic can do on one day. */
const onDay = open({
  date: z.iso.date(),
  /** Opening hours in which a booth stands without a tester. */
  gaps: z.array(open({ from: shownMoment, to: shownMoment, boothsWithoutTester: count })),
  /** People that can be tested, hour by hour. */
  capacity: z.array(
    open({
      from: shownMoment,
      to: shownMoment,
      boothsWithTester: count,
      capacity: count,
      capacityOfAllBooths: count,
    }),
  ),
  /** Hours that are as full as was asked for. */
  alarms: z.array(open({ from: shownMoment, tested: count, capacity: count })),
  kitsLastForDays: count,
});

/** A screening clinic as staff read it. */
export const clinicShown = open({
  clinicId: z.uuid(),
  version: z.int().min(1),
  stage: z.enum(['closed', 'open', 'closed-for-good']),
  district: z.string(),
  placeCode: z.string(),
  establishedAt: shownMoment,
  facility: open({
    openingHours: z.record(z.string(), hours),
    booths: count,
    capacityPerBoothHour: count,
  }).optional(),
  kitsInStock: count,
  shifts: z.array(shift),
  onDay,
  tasks: z.array(taskShown),
  history: z.array(historyShown),
  links: z.record(z.string(), z.string()),
}).meta({ id: 'Clinic' });
