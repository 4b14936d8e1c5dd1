/** The members of a union, in this order: all of them and no other, or it does not compile. */
export const namesOf = <Name extends string>(names: Readonly<Record<Name, true>>): [Name, ...Name[]] =>
  Object.keys(names) as [Name, ...Name[]];
