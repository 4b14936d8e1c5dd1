import type { Words } from '../problem.ts';
import type { CASE_COLUMNS } from '../read-models/case-lines.ts';
import type { CONTACT_COLUMNS } from '../read-models/contact-lines.ts';
import type { PERSON_COLUMNS } from '../schemas/line-lists.ts';

export type Column =
  (typeof CASE_COLUMNS)[number] | (typeof CONTACT_COLUMNS)[number] | (typeof PERSON_COLUMNS)[number];

/** What a column is called in a file: the standard terms. */
const HEADINGS: Readonly<Record<Column | 'identified', Words>> = {
  caseId: { ko: '사례 ID', en: 'case ID' },
  contactId: { ko: '접촉자 ID', en: 'contact ID' },
  version: { ko: '버전', en: 'version' },
  personId: { ko: '사람 ID', en: 'person ID' },
  registryNumber: { ko: '신고번호', en: 'registry number' },
  classification: { ko: '환자 분류', en: 'case classification' },
  stage: { ko: '단계', en: 'stage' },
  status: { ko: '접촉자 상태', en: 'contact status' },
  disease: { ko: '질병', en: 'disease' },
  district: { ko: '관할', en: 'responsible jurisdiction' },
  openedAt: { ko: '등록 시각', en: 'opened at' },
  reportDate: { ko: '신고일', en: 'report date' },
  dateOfSymptomOnset: { ko: '증상발생일', en: 'date of symptom onset' },
  confirmationDate: { ko: '확진일', en: 'confirmation date' },
  tier: { ko: '재택치료군', en: 'tier of home treatment' },
  isolationStage: { ko: '격리 상태', en: 'isolation' },
  isolationEndsAt: { ko: '격리 종료', en: 'isolation ends at' },
  outcome: { ko: '경과', en: 'outcome' },
  dateOfOutcome: { ko: '경과일', en: 'date of outcome' },
  recordedEnd: { ko: '명단의 종료 구분', en: 'end on the list' },
  dateOfRecordedEnd: { ko: '명단의 종료일', en: 'date of the end on the list' },
  nextDueAt: { ko: '다음 기한', en: 'next due at' },
  officer: { ko: '전담공무원', en: 'responsible officer' },
  sourceCaseId: { ko: '선행확진자 사례 ID', en: 'source case ID' },
  foundBy: { ko: '파악 경로', en: 'found by' },
  dateOfLastExposure: { ko: '최종접촉일', en: 'date of last exposure' },
  typeOfExposure: { ko: '노출유형', en: 'type of exposure' },
  riskLevel: { ko: '위험도', en: 'risk level' },
  certainty: { ko: '확실성', en: 'certainty' },
  followUpStatus: { ko: '모니터링 상태', en: 'follow-up status' },
  followUpUntil: { ko: '모니터링 종료', en: 'follow-up until' },
  quarantineStage: { ko: '자가격리 상태', en: 'quarantine' },
  quarantineEndsAt: { ko: '자가격리 종료', en: 'quarantine ends at' },
  convertedCaseId: { ko: '전환된 사례 ID', en: 'converted case ID' },
  name: { ko: '성명', en: 'name' },
  sex: { ko: '성별', en: 'sex' },
  dateOfBirth: { ko: '생년월일', en: 'date of birth' },
  age: { ko: '나이', en: 'age' },
  ageGroup: { ko: '연령대', en: 'age group' },
  phone: { ko: '연락처', en: 'phone' },
  identified: { ko: '신원 표시', en: 'identified' },
};

export const headingsOf = (columns: readonly string[], language: keyof Words): readonly string[] =>
  columns.map((name) => (HEADINGS as Readonly<Record<string, Words>>)[name]?.[language] ?? name);
