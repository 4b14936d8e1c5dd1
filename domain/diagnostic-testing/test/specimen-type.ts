import { InvalidValue } from '../../shared-kernel/domain-error.ts';

export const SPECIMEN_TYPES = [
  'nasopharyngealSwab',
  'oropharyngealSwab',
  'saliva',
  'sputum',
  'blood',
  'other',
] as const;
/** 검체종류 */
export type SpecimenType = (typeof SPECIMEN_TYPES)[number];

/** @throws InvalidValue `specimen-type/unknown` */
export function specimenType(text: string): SpecimenType {
  const known = SPECIMEN_TYPES.find((type) => type === text);
  if (known === undefined) throw new InvalidValue('specimen-type/unknown');
  return known;
}
