import type {
  Course,
  ExposureSetting,
  FactName,
  Severity,
} from '../../domain/protocol/language/condition.ts';
import type { Words } from '../problem.ts';

/** A fact by name; of a truth, how one says that it is so and that it is not; of a number, its unit; of codes, theirs. */
export type FactWords = Readonly<{
  name: Words;
  so?: Words;
  not?: Words;
  unit?: Words;
  values?: Readonly<Record<string, Words>>;
}>;

export const COURSE_WORDS: Readonly<Record<Course, Words>> = {
  symptomFree: { ko: '무증상', en: 'free of symptoms' },
  improving: { ko: '호전 중', en: 'improving' },
  notImproved: { ko: '호전되지 않음', en: 'not improved' },
};
const SEVERITY_WORDS: Readonly<Record<Severity, Words>> = {
  asymptomatic: { ko: '무증상', en: 'asymptomatic' },
  mild: { ko: '경증', en: 'mild' },
  moderate: { ko: '중등증', en: 'moderate' },
  severe: { ko: '중증', en: 'severe' },
  critical: { ko: '위중증', en: 'critical' },
};
const SETTING_WORDS: Readonly<Record<ExposureSetting, Words>> = {
  household: { ko: '가정', en: 'household' },
  workplace: { ko: '직장', en: 'workplace' },
  school: { ko: '학교', en: 'school' },
  healthCare: { ko: '의료기관', en: 'health care' },
  vulnerableFacility: { ko: '감염취약시설', en: 'facility of vulnerable people' },
  venue: { ko: '다중이용시설', en: 'venue' },
  transport: { ko: '교통수단', en: 'transport' },
  other: { ko: '기타', en: 'other' },
};
const DAYS: Words = { ko: '일', en: ' days' };
const GRADES = {
  close: { ko: '밀접', en: 'close' },
  casual: { ko: '일상', en: 'casual' },
} as const;

const truth = (name: Words, so: Words, not: Words): FactWords => ({ name, so, not });

/** Facts that every history has. */
export const FACT_WORDS: Readonly<Record<FactName, FactWords>> = {
  symptomatic: truth(
    { ko: '증상 유무', en: 'symptoms' },
    { ko: '증상이 있음', en: 'has had symptoms' },
    { ko: '증상이 없음', en: 'has had no symptoms' },
  ),
  course: { name: { ko: '임상경과', en: 'course' }, values: COURSE_WORDS },
  symptoms: { name: { ko: '증상', en: 'symptoms' } },
  severity: { name: { ko: '중증도', en: 'severity' }, values: SEVERITY_WORDS },
  worstSeverity: { name: { ko: '가장 높은 중증도', en: 'worst severity' }, values: SEVERITY_WORDS },
  everCritical: truth(
    { ko: '위중증 이력', en: 'critical illness' },
    { ko: '위중증인 적이 있음', en: 'has been critically ill' },
    { ko: '위중증인 적이 없음', en: 'has never been critically ill' },
  ),
  inPatient: truth(
    { ko: '입원 여부', en: 'stay in hospital' },
    { ko: '입원 중', en: 'is in hospital' },
    { ko: '입원 중이 아님', en: 'is not in hospital' },
  ),
  everInPatient: truth(
    { ko: '입원 이력', en: 'stays in hospital' },
    { ko: '입원한 적이 있음', en: 'has been in hospital' },
    { ko: '입원한 적이 없음', en: 'has never been in hospital' },
  ),
  age: { name: { ko: '나이', en: 'age' }, unit: { ko: '세', en: ' years' } },
  doses: { name: { ko: '예방접종 횟수', en: 'doses of vaccine' }, unit: { ko: '회', en: '' } },
  daysSinceLastDose: { name: { ko: '마지막 접종 후 경과일', en: 'days since the last dose' }, unit: DAYS },
  riskFactors: { name: { ko: '기저질환 등 위험요인', en: 'risk factors' } },
  hadDiseaseBefore: truth(
    { ko: '과거 감염 이력', en: 'earlier infection' },
    { ko: '전에 감염된 적이 있음', en: 'has had the disease before' },
    { ko: '전에 감염된 적이 없음', en: 'has not had the disease before' },
  ),
  confirmedOn: { name: { ko: '확진일', en: 'day of confirmation' } },
  onsetOn: { name: { ko: '증상발생일', en: 'day of symptom onset' } },
  isolationStartedOn: { name: { ko: '격리시작일', en: 'first day of isolation' } },
  daysSinceArrival: { name: { ko: '입국 후 경과일', en: 'days since arrival' }, unit: DAYS },
  daysSinceLastContact: { name: { ko: '최종접촉 후 경과일', en: 'days since the last contact' }, unit: DAYS },
  exposureSettings: { name: { ko: '접촉 장소', en: 'settings of exposure' }, values: SETTING_WORDS },
  exposureGrade: { name: { ko: '마지막 접촉의 등급', en: 'grade of the latest exposure' }, values: GRADES },
  exposureGrades: { name: { ko: '접촉 등급', en: 'grades of exposure' }, values: GRADES },
  arrival: truth(
    { ko: '해외 입국 여부', en: 'arrival from abroad' },
    { ko: '해외에서 입국함', en: 'has arrived from abroad' },
    { ko: '해외에서 입국하지 않음', en: 'has not arrived from abroad' },
  ),
  sourceCaseReleased: truth(
    { ko: '선행확진자 격리해제 여부', en: 'release of the source cases' },
    { ko: '선행확진자가 모두 격리해제됨', en: 'every source case has been released' },
    { ko: '격리 중인 선행확진자가 있음', en: 'a source case is still isolated' },
  ),
  firstSourceCaseReleased: truth(
    { ko: '첫 선행확진자 격리해제 여부', en: 'release of the first source case' },
    { ko: '첫 선행확진자가 격리해제됨', en: 'the first source case has been released' },
    { ko: '첫 선행확진자가 격리 중', en: 'the first source case is still isolated' },
  ),
  everTestedPositive: truth(
    { ko: '양성 이력', en: 'positive tests' },
    { ko: '양성이 나온 적이 있음', en: 'has tested positive' },
    { ko: '양성이 나온 적이 없음', en: 'has never tested positive' },
  ),
};

/** What the protocols that come with the program declare beyond them. */
const DECLARED: Readonly<Record<string, FactWords>> = {
  contactOfVariant: truth(
    { ko: '변이 바이러스 접촉 여부', en: 'contact with a variant' },
    { ko: '변이 바이러스 확진자의 접촉자임', en: 'met a case of a variant' },
    { ko: '변이 바이러스 확진자의 접촉자가 아님', en: 'met no case of a variant' },
  ),
  closeContact: truth(
    { ko: '밀접 접촉 여부', en: 'closeness of the contact' },
    { ko: '밀접하게 접촉함', en: 'was in close contact' },
    { ko: '밀접하게 접촉하지 않음', en: 'was not in close contact' },
  ),
  consentsToHomeTreatment: truth(
    { ko: '재택치료 동의', en: 'consent to home treatment' },
    { ko: '재택치료에 동의함', en: 'consents to home treatment' },
    { ko: '재택치료에 동의하지 않음', en: 'does not consent to home treatment' },
  ),
  homeIsSuitable: truth(
    { ko: '주거환경', en: 'home' },
    { ko: '집에서 치료할 수 있음', en: 'the home is suitable' },
    { ko: '집에서 치료할 수 없음', en: 'the home is not suitable' },
  ),
  sourceCaseTreatedAtHome: truth(
    { ko: '선행확진자의 재택치료 여부', en: 'treatment of the source case' },
    { ko: '선행확진자가 재택치료 중', en: 'the source case is treated at home' },
    { ko: '선행확진자가 재택치료 중이 아님', en: 'the source case is not treated at home' },
  ),
  attendsSchool: truth(
    { ko: '학생 여부', en: 'school' },
    { ko: '학교에 다님', en: 'goes to school' },
    { ko: '학교에 다니지 않음', en: 'does not go to school' },
  ),
  phone: { name: { ko: '휴대전화 종류', en: 'kind of telephone' } },
};

/** A fact that some protocol declares by itself is called by its name in that protocol. */
export function factWords(fact: string): FactWords {
  if (Object.hasOwn(FACT_WORDS, fact)) return FACT_WORDS[fact as FactName];
  return (
    (Object.hasOwn(DECLARED, fact) ? DECLARED[fact] : undefined) ?? {
      name: { ko: `「${fact}」`, en: `“${fact}”` },
    }
  );
}
