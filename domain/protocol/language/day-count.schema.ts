import { z } from '../../shared-kernel/schema.ts';
import { days } from './basics.ts';

/** The days from which rules count. `specimen` is the collection of the first positive diagnostic specimen. */
export const ANCHORS = [
  'onset',
  'confirmed',
  'specimen',
  'firstContact',
  'lastContact',
  'arrival',
  'isolationStarted',
  'symptomsEnded',
  'discharged',
  'sourceCaseReleased',
] as const;
export type Anchor = (typeof ANCHORS)[number];

const anchored = {
  anchor: z.enum(ANCHORS),
  /** Counted from instead, while the anchor's day is not known. */
  orElse: z.enum(ANCHORS).optional(),
  anchorDayIs: z.union([z.literal(0), z.literal(1)]),
};

/** A period in calendar days of Asia/Seoul. */
export const anchoredDayCount = z
  .strictObject({ ...anchored, endDay: days, endTime: z.enum(['12:00', '24:00']) })
  .refine(({ anchorDayIs, endDay }) => endDay >= anchorDayIs, {
    path: ['endDay'],
    message: 'negative length: the period would end before its anchor day',
  });
export type AnchoredDayCount = z.infer<typeof anchoredDayCount>;

/** The days on which something is to be done: from 00:00 of the first to 24:00 of the last. */
export const dayWindow = z
  .strictObject({ ...anchored, fromDay: days, untilDay: days })
  .refine(({ fromDay, untilDay }) => untilDay >= fromDay, {
    path: ['untilDay'],
    message: 'negative length: the window would end before it begins',
  })
  .refine(({ fromDay, anchorDayIs }) => fromDay >= anchorDayIs, {
    path: ['fromDay'],
    message: 'negative length: the window would begin before its anchor day',
  });

/** A stretch of days around an anchor, both ends included: two days before onset is `{anchor: 'onset', days: -2}`. */
const edge = z.strictObject({
  anchor: z.enum([...ANCHORS, 'released']),
  days: z.number().int().min(-400).max(400),
});
export const daySpan = z
  .strictObject({ from: edge, until: edge.optional() })
  .refine(
    ({ from, until }) => until === undefined || until.anchor !== from.anchor || until.days >= from.days,
    {
      path: ['until', 'days'],
      message: 'negative length: the span would end before it begins',
    },
  );
export type DaySpan = z.infer<typeof daySpan>;
