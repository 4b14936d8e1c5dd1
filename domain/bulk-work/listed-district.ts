import { districtByNames } from '../shared-kernel/districts/district-by-names.ts';
import { isKnownDistrict, presentCode } from '../shared-kernel/districts/districts.ts';

/** By its code, or by its names; as it is called today. Nothing where there is none of that name. */
export function listedDistrict(province: string, own: string): string | undefined {
  const code = /^\d{5}$/.test(own) ? own : districtByNames(province, own);
  return code !== undefined && isKnownDistrict(code) ? presentCode(code) : undefined;
}
