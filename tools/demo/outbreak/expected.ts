import type { Ending } from './register.ts';

/** How everybody's story must end, from what happens to them alone. `null`: there is nothing of the kind. */
export type Expected = Readonly<Partial<Record<keyof Ending, string | number | null | RegExp>>>;

const freed: Expected = {
  caseStage: null,
  held: 'quarantine ended released',
  supplies: 'delivered',
  support: 'paid',
  violations: 0,
};
const recovered: Expected = {
  caseStage: 'released',
  held: /isolation ended released/,
  support: /paid/,
  violations: 0,
};

export const EXPECTED: Readonly<Record<string, Expected>> = {
  I: { ...recovered, supplies: 'delivered', parcels: 1 },
  C1: recovered,
  C2: recovered,
  C3: { ...freed, support: /ineligible|rejected/, supportWon: null, violations: 1 },
  C4: { ...freed, parcels: 2 },
  C5: freed,
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
