import { z } from 'zod';
import type { Finding } from '../../domain/epidemiological-investigation/infection-network/findings.ts';
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

const day = z.iso.date().nullable();

export const tracedContactsShown = z.object({
  caseId: z.uuid(),
  degrees: z.int(),
  whole: z.boolean(),
  items: z.array(
    open({
      personId: z.uuid(),
      degree: z.int().min(1),
      namings: z.array(
        open({
          contactId: z.uuid(),
          sourceCaseId: z.uuid(),
          district: z.string(),
          stage: z.string().nullable(),
          grade: z.string().nullable(),
          dateOfLastContact: day,
          caseId: z.uuid().nullable(),
        }),
      ),
    }).meta({ id: 'TracedContact' }),
  ),
});

export const FINDINGS_SHOWN = [
  'circle',
  'several-infectors',
  'ill-before-exposure',
  'exposed-after-confirmation',
  'ill-before-infector-was-exposed',
  'ill-before-infector-was-infectious',
] as const satisfies readonly Finding['kind'][];
const findingShown = open({
  kind: z.enum(FINDINGS_SHOWN),
  caseIds: z.array(z.uuid()),
  contactIds: z.array(z.uuid()),
}).meta({ id: 'NetworkFinding' });

export const transmissionShown = z.object({
  caseId: z.uuid(),
  whole: z.boolean(),
  cases: z.array(
    open({
      caseId: z.uuid(),
      district: z.string(),
      generation: z.int().nullable(),
      stepsBefore: z.int().nullable(),
      stepsAfter: z.int().nullable(),
      dateOfSymptomOnset: day,
      confirmedOn: day,
    }).meta({ id: 'CaseInLine' }),
  ),
  infections: z.array(
    open({
      infectedBy: z.uuid(),
      caseId: z.uuid(),
      contactIds: z.array(z.uuid()),
      certainty: z.enum(['possible', 'probable', 'confirmed']),
      serialInterval: z.int().nullable(),
    }).meta({ id: 'Infection' }),
  ),
  findings: z.array(findingShown),
});

export const findingsShown = z.object({
  transmissions: z.int().min(0),
  whole: z.boolean(),
  items: z.array(findingShown),
});

export const placeClusterShown = open({
  district: z.string(),
  placeId: z.string(),
  cases: z.int().min(1),
  visits: z.int().min(1),
  firstAt: shownMoment,
  lastAt: shownMoment,
  of: z.array(z.object({ caseId: z.uuid(), district: z.string() })),
}).meta({ id: 'PlaceCluster' });
