import { lookUpLimits } from '../look-up-limits.ts';
import { beginRoute } from './begin-route.ts';
import { consultRecords, notifyPerson, recordDestruction } from './close-look-up.ts';
import { coVisitors } from './co-visitors.ts';
import { declareAllContactsFound, withdrawAllContactsFound } from './contacts-found.ts';
import { convertToCase, revertConversion } from './convert-contact.ts';
import { approveRequest, rejectRequest, withdrawRequest } from './decide-look-up.ts';
import { correctVisitTimes, establishVisit, rejectVisit } from './decide-visit.ts';
import { discloseDistrict, discloseRoute } from './disclose-route.ts';
import { dropContact } from './drop-contact.ts';
import { establishTransmission, withdrawTransmission } from './establish-transmission.ts';
import { explainContact } from './explain-contact.ts';
import { finishRoute, reopenRoute } from './finish-route.ts';
import { beginFollowUp, endFollowUp } from './follow-up-contact.ts';
import { nameContact } from './name-contact.ts';
import { gradeContactByHand } from './grade-contact.ts';
import { openVisitors } from './open-visitors.ts';
import { recordContactVaccinations } from './record-contact-vaccinations.ts';
import { recordExposure } from './record-exposure.ts';
import { recordInfection } from './record-infection.ts';
import { recordLookUpAnswer, recordLookUpResult, recordNoFinding } from './record-look-up-result.ts';
import { recordRoute } from './record-route.ts';
import { recordSubmission } from './record-submission.ts';
import { recordVisit } from './record-visit.ts';
import { reportContactSymptoms } from './report-contact-symptoms.ts';
import { requestInformation } from './request-information.ts';
import { requestVenueLookUp } from './request-venue-look-up.ts';
import { traceContacts } from './trace-contacts.ts';
import { networkFindings, traceTransmission } from './trace-transmission.ts';
import { verifyContact } from './verify-contact.ts';
import type { Uses } from '../uses.ts';

/** Contacts, routes and look-ups: what people and machines ask for. */
export const epidemiologicalInvestigationRequests = (uses: Uses) => ({
  beginRoute: beginRoute(uses),
  consultRecords: consultRecords(uses),
  notifyPerson: notifyPerson(uses),
  recordDestruction: recordDestruction(uses),
  convertToCase: convertToCase(uses),
  revertConversion: revertConversion(uses),
  approveRequest: approveRequest({ ...uses, limits: lookUpLimits(uses) }),
  rejectRequest: rejectRequest(uses),
  withdrawRequest: withdrawRequest(uses),
  establishVisit: establishVisit(uses),
  rejectVisit: rejectVisit(uses),
  correctVisitTimes: correctVisitTimes(uses),
  declareAllContactsFound: declareAllContactsFound(uses),
  withdrawAllContactsFound: withdrawAllContactsFound(uses),
  discloseRoute: discloseRoute(uses),
  discloseDistrict: discloseDistrict(uses),
  dropContact: dropContact(uses),
  establishTransmission: establishTransmission(uses),
  withdrawTransmission: withdrawTransmission(uses),
  finishRoute: finishRoute(uses),
  reopenRoute: reopenRoute(uses),
  beginFollowUp: beginFollowUp(uses),
  endFollowUp: endFollowUp(uses),
  explainContact: explainContact(uses),
  gradeContact: gradeContactByHand(uses),
  coVisitors: coVisitors(uses),
  nameContact: nameContact(uses),
  reportContactSymptoms: reportContactSymptoms(uses),
  recordContactVaccinations: recordContactVaccinations(uses),
  recordExposure: recordExposure(uses),
  recordInfection: recordInfection(uses),
  recordRoute: recordRoute(uses),
  recordLookUpResult: recordLookUpResult({ ...uses, limits: lookUpLimits(uses) }),
  recordLookUpAnswer: recordLookUpAnswer({ ...uses, limits: lookUpLimits(uses) }),
  recordNoFinding: recordNoFinding({ ...uses, limits: lookUpLimits(uses) }),
  recordSubmission: recordSubmission(uses),
  recordVisit: recordVisit(uses),
  requestInformation: requestInformation({ ...uses, limits: lookUpLimits(uses) }),
  requestVenueLookUp: requestVenueLookUp({ ...uses, limits: lookUpLimits(uses) }),
  openVisitors: openVisitors(uses),
  traceContacts: traceContacts(uses),
  traceTransmission: traceTransmission(uses),
  networkFindings: networkFindings(uses),
  verifyContact: verifyContact(uses),
});
