import type pg from 'pg';
import { contactsBecomingCases, contactsPerCase } from './contacts.ts';
import { classifications, isolations, stages, supplies, tiers } from './counts-by-code.ts';
import { confirmationToNotice, onsetToIsolation } from './durations.ts';
import { epidemicCurve } from './epidemic-curve.ts';
import { overdueWork } from './overdue-work.ts';
import { casesByPlace } from './places.ts';

/** Counts of what is in reach: no line of any of them names anybody or anything. */
export const figures = (pool: pg.Pool) => ({
  casesByPlace: casesByPlace(pool),
  classifications: classifications(pool),
  confirmationToNotice: confirmationToNotice(pool),
  contactsBecomingCases: contactsBecomingCases(pool),
  contactsPerCase: contactsPerCase(pool),
  epidemicCurve: epidemicCurve(pool),
  isolations: isolations(pool),
  onsetToIsolation: onsetToIsolation(pool),
  overdueWork: overdueWork(pool),
  stages: stages(pool),
  supplies: supplies(pool),
  tiers: tiers(pool),
});
