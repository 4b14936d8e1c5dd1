import { jurisdictions, type JurisdictionTree } from '../domain/shared-kernel/districts/jurisdictions.ts';
import { LocalDate } from '../domain/shared-kernel/local-date.ts';

/** The country's provinces and districts as they are, or as they were on a day. */
export const readJurisdictions = (on?: string): JurisdictionTree =>
  jurisdictions(on === undefined ? undefined : LocalDate.of(on));
