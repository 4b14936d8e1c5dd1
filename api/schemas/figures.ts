import { z } from 'zod';
import { shownMoment, wordsShown } from '../contract/shapes.ts';
import { day } from './basics.ts';
import { districts, inOrder, oneOfCode } from './filters.ts';
import { team } from './worklist.ts';
import { several } from './several.ts';
import { ISOLATION_KINDS } from './states.ts';
import { said } from './said.ts';

const figureDay = day.refine(
  (text) => text < '2999-12',
  said('1900년부터 2999년까지의 날짜', 'a day from 1900 to 2999'),
);
const days = { from: figureDay.optional(), to: figureDay.optional() };

const ofPlaces = { district: districts, ...days };
const ofCases = { ...ofPlaces, disease: oneOfCode };

export const placesQuery = inOrder(z.strictObject(ofPlaces));
export const casesQuery = inOrder(z.strictObject(ofCases));
export const curveQuery = inOrder(
  z.strictObject({
    by: z.enum(['onset', 'report', 'confirmation']).default('onset'),
    per: z.enum(['day', 'week']).default('day'),
    ...ofCases,
  }),
);
export const byPlaceQuery = inOrder(
  z.strictObject({ per: z.enum(['province', 'district']).default('district'), ...ofCases }),
);
export const overdueQuery = z.strictObject({ district: districts, team: several(team) });

const count = z.int().min(0);
const date = z.iso.date();
/** What every figure says of itself. */
const figure = <Shape extends z.core.$ZodLooseShape>(id: string, shape: Shape) =>
  z
    .strictObject({
      asOf: shownMoment,
      definition: wordsShown,
      filters: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
      ...shape,
    })
    .meta({ id });

const classes = { confirmed: count, probable: count, suspected: count, cases: count };
export const curveShown = figure('EpidemicCurve', {
  total: count,
  points: z.array(
    z.strictObject({ from: date, to: date, week: z.string(), ...classes, incomplete: z.boolean() }),
  ),
  unknown: z.strictObject(classes),
  before: z.strictObject(classes),
  after: z.strictObject(classes),
  /** From this day on not all is known yet. */
  incompleteFrom: date,
  reportingDelay: z.strictObject({ n: count, days: count, measured: z.boolean() }).nullable(),
});

const group = { code: z.string().nullable(), count };
export const groupsShown = figure('CountsByCode', { total: count, groups: z.array(z.strictObject(group)) });
export const isolationsShown = figure('IsolationCounts', {
  total: count,
  groups: z.array(z.strictObject({ kind: z.enum(ISOLATION_KINDS), ...group })),
});

const value = z.number().nullable();
const bins = z.array(z.strictObject({ from: value, below: value, count }));
const percentiles = { n: count, min: value, p10: value, median: value, p90: value, max: value };
export const durationShown = figure('Durations', {
  total: count,
  unit: z.enum(['days', 'hours']),
  ...percentiles,
  /** Ended before it began. */
  negative: count,
  bins,
  missing: z.array(z.strictObject({ code: z.string(), count })),
});
export const contactsPerCaseShown = figure('ContactsPerCase', {
  total: count,
  ...percentiles,
  mean: value,
  bins,
});

const shares = {
  named: count,
  dropped: count,
  contacts: count,
  becameCases: count,
  open: count,
  share: value,
};
export const becomingCasesShown = figure('ContactsBecomingCases', {
  ...shares,
  grades: z.array(z.strictObject({ grade: z.string().nullable(), ...shares })),
});

const work = {
  open: count,
  overdue: count,
  underOneDay: count,
  underThreeDays: count,
  threeDaysAndMore: count,
};
export const overdueShown = figure('OverdueWork', {
  ...work,
  teams: z.array(z.strictObject({ team: z.string(), ...work })),
  queues: z.array(
    z.strictObject({ team: z.string(), kind: z.string(), ...work, oldestDueAt: shownMoment.nullable() }),
  ),
});

export const byPlaceShown = figure('CasesByPlace', {
  total: count,
  places: z.array(
    z.strictObject({
      code: z.string(),
      name: wordsShown.nullable(),
      ...classes,
      notACase: count,
      all: count,
    }),
  ),
});
