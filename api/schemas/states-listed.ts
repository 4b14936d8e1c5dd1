import { z } from 'zod';
import { shownMoment } from '../contract/shapes.ts';
import { ISOLATION_KINDS } from './states.ts';

const id = z.uuid().nullable();
const code = z.string().nullable();
const at = shownMoment.nullable();
const count = z.int().min(0).nullable();
/** Of what was stored while it was kept as a moment, that moment. */
const day = z.union([z.iso.date(), shownMoment]).nullable();
const listed = <Shape extends z.core.$ZodLooseShape>(name: string, own: string, shape: Shape) =>
  z
    .strictObject({
      [own]: z.uuid(),
      version: z.int().min(1),
      stage: z.string(),
      district: z.string().nullable(),
      ...shape,
    })
    .meta({ id: name });

export const isolationListed = listed('IsolationListed', 'isolationId', {
  kind: z.enum(ISOLATION_KINDS),
  caseId: id,
  contactId: id,
  personId: z.uuid(),
  placeType: code,
  officer: code,
  orderedAt: shownMoment,
  startsOn: z.iso.date(),
  /** Null where the release criteria decide. */
  endsAt: at,
  notifiedAt: at,
  /** Checks in a row that did not find the person in isolation. */
  missedInARow: count,
  endedAt: at,
  endedBecause: code,
});

export const suppliesListed = listed('SuppliesListed', 'suppliesId', {
  isolationId: z.uuid(),
  caseId: id,
  contactId: id,
  personId: z.uuid(),
  openedAt: shownMoment,
  checkedAt: at,
  paidWon: count,
  refundDueWon: count,
  cancelledBecause: code,
  closedAt: at,
});

export const testListed = listed('TestListed', 'testId', {
  caseId: id,
  /** Of a quarantine test, which is about no case. */
  contactId: id,
  purpose: z.string(),
  specimenId: z.string(),
  laboratory: code,
  orderedAt: shownMoment,
  collectedAt: at,
  receivedAt: at,
  resultedAt: at,
  result: code,
  correctedAt: at,
});

export const surveyListed = listed('SurveyListed', 'surveyId', {
  caseId: z.uuid(),
  personId: z.uuid(),
  questionnaire: z.string(),
  channel: z.string(),
  respondent: code,
  offeredAt: shownMoment,
  answerBy: shownMoment,
  answeredAt: at,
  refusedBecause: code,
});

export const claimListed = listed('LivingSupportListed', 'livingSupportId', {
  isolationId: z.uuid(),
  caseId: id,
  personId: z.uuid(),
  householdSize: count,
  appliedAt: shownMoment,
  amountWon: count,
  approvedBy: code,
  paidWon: count,
  paidAt: at,
  amountDueWon: count,
});

export const lookUpListed = listed('LookUpListed', 'informationRequestId', {
  caseId: z.uuid(),
  kind: z.enum(['entryLog', 'cardHistory']),
  legalBasis: z.string(),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  requestedBy: z.string(),
  requestedAt: shownMoment,
  approvedBy: code,
  submittedAt: at,
  recordCount: count,
  destroyBy: day,
  notifyBy: day,
  notifiedAt: at,
});

export const clinicListed = listed('ClinicListed', 'clinicId', {
  placeCode: z.string(),
  establishedAt: shownMoment,
  kitsInStock: count,
  closedForGoodAt: at,
});
