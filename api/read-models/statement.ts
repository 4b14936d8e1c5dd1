/** A statement that is put together: each value has its place. */
export type Of = (value: unknown) => string;
export type Statement = Readonly<{ values: unknown[]; of: Of }>;

export function statement(): Statement {
  const values: unknown[] = [];
  return { values, of: (value) => `$${values.push(value)}` };
}

/** Conditions of what is asked for; those that are not add nothing. */
export const all = (...conditions: readonly (string | undefined)[]): string =>
  conditions.filter((one) => one !== undefined && one !== '').join(' and ');
