import { at, publish, OF_NOBODY, toEnter, type Entry, type Missing, type ToEnter } from './to-enter.ts';

type Named = Missing | 'temperature';

const report = (ko: string, en: string): Entry => at('/cases/{id}/symptom-reports', ko, en);
const course = report(
  '환자의 상태(course)를 물어 입력하세요.',
  'Ask how the patient is, and enter it (course).',
);
const onset = report(
  '증상이 시작된 날(dateOfSymptomOnset)을 상태와 함께 입력하세요.',
  'Enter the day on which symptoms began (dateOfSymptomOnset) with how the patient is.',
);
const severity = at('/cases/{id}/clinical-course', '중증도(severity)를 입력하세요.', 'Enter the severity.');
const doses = at(
  '/cases/{id}/medical-history',
  '예방접종일(vaccinatedOn)을 모두 입력하세요. 없으면 빈 목록입니다.',
  'Enter every day of vaccination (vaccinatedOn); an empty list if there was none.',
);
const hospital = at(
  '/cases/{id}/transfer-to-hospital',
  '입원했다면 이송을 기록하세요.',
  'Record the transfer if the patient went to hospital.',
);

/** Facts of a case. A case is judged without its person's age and without exposures. */
const OF_CASE: Readonly<Record<Named, Entry>> = {
  ...OF_NOBODY,
  protocol: publish,
  temperature: report(
    '체온(temperatureCelsius)이나 열이 없었던 시간(feverFreeForHours)을 상태와 함께 입력하세요.',
    'Enter the temperature (temperatureCelsius) or the hours without fever (feverFreeForHours) with how the patient is.',
  ),
  course,
  symptomatic: course,
  symptoms: report('증상(symptoms)을 물어 입력하세요.', 'Ask for the symptoms, and enter them (symptoms).'),
  symptomsEnded: course,
  onset,
  onsetOn: onset,
  severity,
  worstSeverity: severity,
  everCritical: severity,
  inPatient: hospital,
  everInPatient: hospital,
  discharged: at(
    '/cases/{id}/return-from-hospital',
    '퇴원했다면 복귀를 기록하세요.',
    'Record the return if the patient has left hospital.',
  ),
  doses,
  daysSinceLastDose: doses,
  riskFactors: at(
    '/cases/{id}/medical-history',
    '위험요인(riskFactors)을 입력하세요. 없으면 빈 목록입니다.',
    'Enter the risk factors (riskFactors); an empty list if there are none.',
  ),
  firstContact: 'nowhere',
  lastContact: 'nowhere',
  daysSinceLastContact: 'nowhere',
  exposureSettings: 'nowhere',
  exposureGrade: 'nowhere',
  exposureGrades: 'nowhere',
};

/** What to enter, and where. A fact that a protocol declares by itself is told with the medical history. */
export function toEnterOfCase(fact: string, caseId: string): ToEnter {
  const declared = at(
    '/cases/{id}/medical-history',
    `확인해 facts의 ${fact}에 입력하세요.`,
    `Find it out, and enter it as ${fact} among facts.`,
  );
  return toEnter(fact, Object.hasOwn(OF_CASE, fact) ? OF_CASE[fact as Named] : declared, caseId);
}
