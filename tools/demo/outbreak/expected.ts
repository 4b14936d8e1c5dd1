import type { Ending } from './register.ts';

/** How everybody's story must end, from what happens to them alone. `null`: there is nothing of the kind. */
export type Expected = Readonly<Partial<Record<keyof Ending, string | number | null | RegExp>>>;

/** Living support of one person for a month, by the notice's date. */
const MONTH = 454_900;
const freed: Expected = {
  caseStage: null,
  held: 'quarantine ended released',
  supplies: 'delivered',
  support: 'paid',
  supportWon: MONTH,
  payments: 1,
  violations: 0,
};
const recovered: Expected = {
  caseStage: 'released',
  held: /isolation ended released/,
  supportWon: MONTH,
  payments: 1,
  violations: 0,
  route: 'finished',
};
/** In quarantine first: paid once, for the isolation; and what came for the quarantine is still there. */
const fellIll: Expected = {
  ...recovered,
  held: 'quarantine ended became-case, isolation ended released',
  supplies: 'delivered, present',
  parcels: 1,
  support: 'ineligible, paid',
};

export const EXPECTED: Readonly<Record<string, Expected>> = {
  I: { ...recovered, supplies: 'delivered', parcels: 1, support: 'paid' },
  C1: fellIll,
  C2: fellIll,
  C3: { ...freed, support: /ineligible|rejected/, supportWon: null, payments: 0, violations: 1 },
  C4: { ...freed, parcels: 2 },
  C5: { ...freed, payments: 2 },
  C6: { ...freed, supplies: 'present', parcels: 0 },
};

/** What is not as it must be; nothing when all is. */
export function difference(expected: Expected, ending: Ending): string | undefined {
  const wrong = Object.entries(expected).filter(([what, must]) => {
    const is = ending[what as keyof Ending];
    return must instanceof RegExp ? !must.test(String(is)) : is !== must;
  });
  return wrong.length === 0
    ? undefined
    : wrong
        .map(
          ([what, must]) => `${what}: ${String(must)} expected, is ${String(ending[what as keyof Ending])}`,
        )
        .join('; ');
}
