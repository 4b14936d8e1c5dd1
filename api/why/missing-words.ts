import type { FactName } from '../../domain/protocol/language/condition.ts';
import type { Anchor } from '../../domain/protocol/language/day-count.schema.ts';
import type { Words } from '../problem.ts';
import { ANCHOR_WORDS } from './anchor-words.ts';
import { EXPOSURE_FACT_WORDS, isExposureFact } from './exposure-fact-words.ts';
import { factWords } from './fact-words.ts';

/** Where somebody enters it; nowhere: a person decides without. */
export type Entry = Readonly<{ post: string; says: Words }> | 'nowhere';
type Named = FactName | Anchor | 'temperature' | 'protocol';

export const at = (post: string, ko: string, en: string): Entry => ({ post, says: { ko, en } });
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
export const choose = at(
  '/protocols',
  '이 질병에 시행 중인 지침이 없습니다. 중앙방역대책본부에 공표를 요청하세요.',
  'No protocol of the disease is in force. Ask disease-control headquarters to publish one.',
);

/** Facts of a case. A case is judged without its person's age and without exposures. */
const OF_CASE: Readonly<Record<Named, Entry>> = {
  protocol: choose,
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
  hadDiseaseBefore: 'nowhere',
  age: 'nowhere',
  confirmed: 'nowhere',
  confirmedOn: 'nowhere',
  specimen: 'nowhere',
  everTestedPositive: 'nowhere',
  isolationStarted: 'nowhere',
  isolationStartedOn: 'nowhere',
  arrival: 'nowhere',
  daysSinceArrival: 'nowhere',
  firstContact: 'nowhere',
  lastContact: 'nowhere',
  daysSinceLastContact: 'nowhere',
  exposureSettings: 'nowhere',
  exposureGrade: 'nowhere',
  exposureGrades: 'nowhere',
  sourceCaseReleased: 'nowhere',
  firstSourceCaseReleased: 'nowhere',
};

const NOWHERE: Words = {
  ko: '입력하는 곳이 없습니다. 담당자 과업에서 사람이 결정하세요.',
  en: 'There is no place to enter it: decide in the task that is open for it.',
};

/** A missing fact by its name. */
export function missingWords(fact: string): Words {
  if (fact === 'temperature') return { ko: '체온 또는 발열 여부', en: 'temperature or fever' };
  if (fact === 'protocol') return { ko: '시행 중인 지침', en: 'a protocol in force' };
  if (Object.hasOwn(ANCHOR_WORDS, fact) && fact !== 'arrival') return ANCHOR_WORDS[fact as Anchor];
  return isExposureFact(fact) ? EXPOSURE_FACT_WORDS[fact] : factWords(fact).name;
}

export type ToEnter = Readonly<{ fact: string; says: Words; endpoint: string | null }>;

/** What to enter, and where. A fact that a protocol declares by itself is told with the medical history. */
export function toEnterOfCase(fact: string, caseId: string): ToEnter {
  const declared = at(
    '/cases/{id}/medical-history',
    `확인해 facts의 ${fact}에 입력하세요.`,
    `Find it out, and enter it as ${fact} among facts.`,
  );
  return toEnter(fact, Object.hasOwn(OF_CASE, fact) ? OF_CASE[fact as Named] : declared, caseId);
}

export function toEnter(fact: string, entry: Entry, id: string): ToEnter {
  const name = missingWords(fact);
  const says = entry === 'nowhere' ? NOWHERE : entry.says;
  return {
    fact,
    says: { ko: `${name.ko}: ${says.ko}`, en: `${name.en}: ${says.en}` },
    endpoint: entry === 'nowhere' ? null : `POST ${entry.post.replace('{id}', id)}`,
  };
}
