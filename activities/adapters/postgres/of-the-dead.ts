/** In SQL: that the person of a case has died, by our own record or by a list's. `of`: the name of the case's row. */
export const isOfTheDead = (of: string): string =>
  `(${of}.stage = 'deceased' or (${of}.stage = 'recorded' and ${of}.state #>> '{outcome,outcome}' = 'deceased'))`;
