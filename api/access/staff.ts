import { HEADQUARTERS, beginningsOf, isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import { MATRIX, type Action, type Reach } from './matrix.ts';
import type { Role } from './roles.ts';

/** Whoever asks, as the identity provider vouches for them. */
export type Staff = Readonly<{
  /** The account: what events and tasks name. */
  id: string;
  roles: readonly Role[];
  /** Where they are responsible: `00` the country, two digits a province, five a district. */
  jurisdictions: readonly string[];
}>;

const rightsOf = (staff: Staff, action: Action): readonly Reach[] => {
  const rights: Readonly<Partial<Record<Role, Reach>>> = MATRIX[action];
  return staff.roles.flatMap((role) => rights[role] ?? []);
};

/** In some district at least. */
export const mayEver = (staff: Staff, action: Action): boolean => rightsOf(staff, action).length > 0;

/** In the whole country by their role, whatever their district. */
export const mayEverywhere = (staff: Staff, action: Action): boolean =>
  rightsOf(staff, action).includes('everywhere');

/** The districts in which they may, as beginnings of administrative codes; an empty beginning is the country. */
export function reachOf(staff: Staff, action: Action): readonly string[] {
  const rights = rightsOf(staff, action);
  if (rights.includes('everywhere')) return [''];
  return [
    ...(rights.includes('here') ? beginningsOf(staff.jurisdictions) : []),
    ...(rights.includes('nationwide') ? [HEADQUARTERS] : []),
  ];
}

/** `district`: five digits; the whole country's own matters (`HEADQUARTERS`) are nobody's district. */
export const mayIn = (staff: Staff, action: Action, district: string): boolean =>
  isWithin(reachOf(staff, action), district);
