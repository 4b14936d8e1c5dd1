import { z } from 'zod';
import { open, shownMoment } from '../contract/shapes.ts';

const window = z.object({ from: z.iso.date().nullable(), until: z.iso.date().nullable() }).nullable();

const coVisitorShown = open({
  personId: z.uuid(),
  caseId: z.uuid(),
  district: z.string(),
  placeId: z.string(),
  from: shownMoment,
  to: shownMoment,
  minutes: z.int().min(0),
  contactId: z.uuid().nullable(),
  grade: z.string().nullable().optional(),
  next: z.enum(['follow', 'noContact', 'decideByPerson']).optional(),
  missing: z.array(z.string()).optional(),
}).meta({ id: 'CoVisitor' });

export const coVisitorsShown = z.object({
  protocolVersion: z.string().nullable(),
  window,
  items: z.array(coVisitorShown),
});
