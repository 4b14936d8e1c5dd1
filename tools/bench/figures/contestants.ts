import type pg from 'pg';
import { percentilesOf, type Counted } from '../../../api/figures/percentiles.ts';
import { figures } from '../../../api/read-models/figures/index.ts';
import type { Scope } from '../../../api/read-models/figures/scope.ts';
import type { PLAIN } from './plain.ts';

export type Name = keyof typeof PLAIN;
/** What both say alike: lines of text, in order. */
type Said = readonly string[];
type Contestant = Readonly<{ ours: (scope: Scope) => Promise<Said>; plain: (rows: readonly Row[]) => Said }>;
type Row = Readonly<Record<string, unknown>>;

/** Longer than there are cases. */
const PERIOD = { from: '2000-01-01', to: '2999-01-01' };
const TENTHS = 10;

const lines = (rows: readonly Row[], ...names: readonly string[]): Said =>
  rows.map((row) => names.map((name) => String(row[name])).join(' ')).toSorted();
const known = (rows: readonly Row[]): readonly Row[] => rows.filter(({ day }) => day !== null);

function spread(values: readonly Counted[]): Said {
  const { n, min, p10, median, p90, max } = percentilesOf(values);
  return [n, min, p10, median, p90, max].map((value) => (value ?? 0).toFixed(1));
}
const plainSpread = ([row]: readonly Row[]): Said =>
  [row?.['n'], ...((row?.['percentiles'] ?? []) as readonly unknown[])].map((value) =>
    Number(value).toFixed(1),
  );

/** Each figure as the interface reads it, and what its plain statement says. */
export function contestants(pool: pg.Pool): Readonly<Record<Name, Contestant>> {
  const ask = figures(pool);
  const curve = (by: 'onset' | 'report'): Contestant => ({
    ours: async (scope) => {
      const { days } = await ask.epidemicCurve({ ...scope, ...PERIOD }, { by, per: 'day' });
      return lines(days, 'day', 'class', 'count');
    },
    plain: (rows) => lines(known(rows), 'day', 'class', 'count'),
  });
  const groups = (
    read: (scope: Scope) => Promise<Readonly<{ groups: readonly Row[] }>>,
    ...names: readonly string[]
  ) => ({
    ours: async (scope: Scope) => lines((await read(scope)).groups, ...names, 'code', 'count'),
    plain: (rows: readonly Row[]) => lines(rows, ...names, 'code', 'count'),
  });
  return {
    epidemicCurve: curve('onset'),
    reportCurve: curve('report'),
    classifications: groups(ask.classifications),
    stages: groups(ask.stages),
    tiers: groups(ask.tiers),
    isolations: groups(ask.isolations, 'kind'),
    supplies: groups(ask.supplies),
    onsetToIsolation: {
      ours: async (scope) => spread((await ask.onsetToIsolation(scope)).values),
      plain: plainSpread,
    },
    confirmationToNotice: {
      ours: async (scope) => {
        const { values } = await ask.confirmationToNotice(scope);
        return spread(values.map(({ value, count }) => ({ value: value / TENTHS, count })));
      },
      plain: plainSpread,
    },
    contactsPerCase: {
      ours: async (scope) => lines((await ask.contactsPerCase(scope)).values, 'value', 'count'),
      plain: (rows) => lines(rows, 'value', 'count'),
    },
    contactsBecomingCases: {
      ours: async (scope) =>
        lines((await ask.contactsBecomingCases(scope)).grades, 'grade', 'contacts', 'becameCases'),
      plain: (rows) => lines(rows, 'grade', 'contacts', 'becameCases'),
    },
    overdueWork: {
      ours: async (scope) => lines((await ask.overdueWork(scope)).queues, 'team', 'kind', 'open'),
      plain: (rows) => lines(rows, 'team', 'kind', 'open'),
    },
    casesByPlace: {
      ours: async (scope) =>
        lines((await ask.casesByPlace(scope, 'district')).places, 'place', 'class', 'count'),
      plain: (rows) => lines(rows, 'place', 'class', 'count'),
    },
  };
}
