import { isExposureFact } from './exposure-fact-words.ts';
import { at, publish, OF_NOBODY, toEnter, type Entry, type Missing, type ToEnter } from './to-enter.ts';

const symptoms = at(
  '/contacts/{id}/symptom-reports',
  '증상 유무(symptomatic)를 물어 입력하세요.',
  'Ask whether there are symptoms, and enter it (symptomatic).',
);
const onset = at(
  '/contacts/{id}/symptom-reports',
  '증상이 시작된 날(dateOfSymptomOnset)을 물어 입력하세요.',
  'Ask on which day symptoms began, and enter it (dateOfSymptomOnset).',
);
const doses = at(
  '/contacts/{id}/vaccinations',
  '예방접종일(vaccinatedOn)을 모두 입력하세요. 없으면 빈 목록입니다.',
  'Enter every day of vaccination (vaccinatedOn); an empty list if there was none.',
);
const grade = at(
  '/contacts/{id}/grade',
  '접촉 등급을 판정해 입력하세요.',
  'Grade the contact, and enter it.',
);
const exposure = at(
  '/contacts/{id}/exposures',
  '접촉을 조사해 입력하세요.',
  'Investigate the exposure, and enter it.',
);

const birthDate = at(
  '/people/{id}/values',
  '생년월일(birthDate)을 확인해 입력하세요.',
  'Find out the birth date, and enter it (birthDate).',
);
/** What is known of an exposure stays as it was told: what was found out since is in the grade. */
const GRADED_BY_HAND = at(
  '/contacts/{id}/grade',
  '조사해 접촉 등급을 직접 판정하거나, 접촉 확인 과업에서 결정하세요.',
  'Investigate, and grade the contact by hand or in the task that is open for it.',
);

/** Facts of a contact. What is nobody's to enter comes with the source case, the tests or the quarantine. */
const OF_CONTACT: Readonly<Record<Missing, Entry>> = {
  ...OF_NOBODY,
  protocol: publish,
  symptomatic: symptoms,
  onset,
  onsetOn: onset,
  doses,
  daysSinceLastDose: doses,
  exposureGrade: grade,
  exposureGrades: grade,
  firstContact: exposure,
  lastContact: exposure,
  daysSinceLastContact: exposure,
  exposureSettings: exposure,
  course: 'nowhere',
  symptoms: 'nowhere',
  symptomsEnded: 'nowhere',
  severity: 'nowhere',
  worstSeverity: 'nowhere',
  everCritical: 'nowhere',
  inPatient: 'nowhere',
  everInPatient: 'nowhere',
  discharged: 'nowhere',
  riskFactors: 'nowhere',
};

/** What to enter, and where. A fact that a protocol declares by itself is told with an exposure; the age, of the person. */
export function toEnterOfContact(fact: string, contactId: string, personId: string): ToEnter {
  if (fact === 'age') return toEnter(fact, birthDate, personId);
  if (isExposureFact(fact)) return toEnter(fact, GRADED_BY_HAND, contactId);
  const declared = at(
    '/contacts/{id}/exposures',
    `확인해 접촉과 함께 attributes의 ${fact}에 입력하세요.`,
    `Find it out, and enter it as ${fact} among the attributes of the exposure.`,
  );
  return toEnter(fact, Object.hasOwn(OF_CONTACT, fact) ? OF_CONTACT[fact as Missing] : declared, contactId);
}
