import { erasePerson } from './erase-person.ts';
import { acceptHandOver, rejectHandOver, withdrawHandOver } from './answer-hand-over.ts';
import { appointGuardian } from './appoint-guardian.ts';
import {
  correctRecordedOnset,
  doubtIdentity,
  reclassifyCase,
  recordClinicalCourse,
  recordMedicalHistory,
  recordOutcome,
  resolveIdentity,
} from './change-case.ts';
import { chooseProtocol } from './choose-protocol.ts';
import {
  changePreferredChannel,
  joinHousehold,
  leaveHousehold,
  movePerson,
  removeGuardian,
  undoMerge,
} from './change-person.ts';
import { correctPersonalValues } from './correct-personal-values.ts';
import { explainCase } from './explain-case.ts';
import { identifyPeople } from './identify-people.ts';
import { identifyPerson } from './identify-person.ts';
import { mergePerson } from './merge-person.ts';
import { offerHandOver } from './offer-hand-over.ts';
import { openCase } from './open-case.ts';
import { recordEpisode } from './record-episode.ts';
import { registerPerson, registerUnlessKnown } from './register-person.ts';
import { reportDeath, returnFromHospital, transferToHospital, withdrawDiagnosis } from './report-ending.ts';
import { reportSymptoms } from './report-symptoms.ts';
import { searchPeople } from './search-people.ts';
import { resolvePerson } from '../resolve-person.ts';
import type { Uses } from '../uses.ts';

/** People and cases: what people and machines ask for. */
export const patientManagementRequests = (uses: Uses) => ({
  appointGuardian: appointGuardian(uses),
  reclassifyCase: reclassifyCase(uses),
  doubtIdentity: doubtIdentity(uses),
  resolveIdentity: resolveIdentity(uses),
  recordClinicalCourse: recordClinicalCourse(uses),
  recordMedicalHistory: recordMedicalHistory(uses),
  recordOutcome: recordOutcome(uses),
  chooseProtocol: chooseProtocol(uses),
  movePerson: movePerson(uses),
  changePreferredChannel: changePreferredChannel(uses),
  joinHousehold: joinHousehold(uses),
  leaveHousehold: leaveHousehold(uses),
  removeGuardian: removeGuardian(uses),
  undoMerge: undoMerge(uses),
  erasePerson: erasePerson(uses),
  correctPersonalValues: correctPersonalValues(uses),
  explainCase: explainCase(uses),
  identifyPerson: identifyPerson(uses),
  identifyPeople: identifyPeople(uses),
  searchPeople: searchPeople(uses),
  mergePerson: mergePerson(uses),
  openCase: openCase(uses),
  offerHandOver: offerHandOver(uses),
  acceptHandOver: acceptHandOver(uses),
  rejectHandOver: rejectHandOver(uses),
  withdrawHandOver: withdrawHandOver(uses),
  recordEpisode: recordEpisode(uses),
  correctRecordedOnset: correctRecordedOnset(uses),
  registerPerson: registerPerson(uses),
  registerUnlessKnown: registerUnlessKnown(uses),
  reportDeath: reportDeath(uses),
  transferToHospital: transferToHospital(uses),
  returnFromHospital: returnFromHospital(uses),
  withdrawDiagnosis: withdrawDiagnosis(uses),
  reportSymptoms: reportSymptoms(uses),
  resolvePerson: resolvePerson(uses),
});
