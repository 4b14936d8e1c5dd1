import type { ImportField } from './import-fields.ts';

/**
 * What lists call each field: our standard term, Korean labels, SORMAS, Go.Data, Sara Alert, and the published Korean
 * cases of 2020. Of several in one list the earlier name is taken. Compared as `headingKeyOf` writes them.
 */
export const KNOWN_HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  listId: [
    'listId',
    'patient_id',
    '환자번호',
    '연번',
    '번호',
    'externalID',
    'epidNumber',
    'visualId',
    'user_defined_id_statelocal',
    'user_defined_id_cdc',
    'user_defined_id_nndss',
    'caseId',
    'case_id',
    'uuid',
  ],
  infectedBy: [
    'infectedBy',
    'infected_by',
    'sourceCase',
    '선행확진자',
    '감염원',
    'caze',
    'contact_of_known_case_id',
  ],
  name: ['name', '성명', '이름', '성함', '환자명', 'fullName', 'person.name'],
  phone: [
    'phone',
    '연락처',
    '전화번호',
    '휴대전화',
    '휴대전화번호',
    '핸드폰',
    '휴대폰',
    'primary_telephone',
    'person.phone',
    'personContactDetails',
    'phoneNumber',
    'addresses[0].phoneNumber',
    'telephone',
    'mobile',
  ],
  dateOfBirth: [
    'dateOfBirth',
    '생년월일',
    '생일',
    '출생일',
    'birth_date',
    'date_of_birth',
    'dob',
    'birthdate',
  ],
  age: ['age', '나이', '연령', 'age.years', 'ageYears', 'person.approximateAge'],
  ageGroup: ['ageGroup', '연령대', 'age_group'],
  sex: ['sex', '성별', 'gender', 'person.sex'],
  registryNumber: ['registryNumber', '확진자번호', '신고번호', 'registry_number', 'registryId'],
  province: [
    'province',
    '시도',
    '광역시도',
    'responsibleRegion',
    'region',
    'address_state',
    'state_province',
  ],
  district: [
    'district',
    '시군구',
    '시군구코드',
    'city',
    '관할',
    '관할보건소',
    'responsibleDistrict',
    'address_county',
    'address_city',
    'addresses[0].city',
    'county',
  ],
  nationality: ['nationality', '국적', 'country', 'citizenship', 'person.citizenship'],
  language: ['language', '사용언어', 'primary_language', 'preferredLanguage'],
  reportDate: ['reportDate', '신고일', '신고일자', 'dateOfReporting', 'report_date', 'created_at'],
  dateOfSymptomOnset: [
    'dateOfSymptomOnset',
    '증상발생일',
    '증상시작일',
    '발병일',
    '증상일',
    'symptom_onset_date',
    'symptom_onset',
    'symptoms.onsetDate',
    'dateOfOnset',
    'onsetDate',
  ],
  confirmationDate: [
    'confirmationDate',
    '확진일',
    '확진일자',
    '확진날짜',
    'confirmed_date',
    'classificationDate',
    'dateBecomeCase',
    'first_positive_lab_at',
  ],
  releasedOn: ['releasedOn', '해제일', '격리해제일', '완치일', 'released_date', 'releaseDate', 'closed_at'],
  deceasedOn: ['deceasedOn', '사망일', '사망일자', 'deceased_date', 'deathDate', 'person.deathDate'],
  dateOfOutcome: ['dateOfOutcome', '경과일', 'outcomeDate'],
  state: ['state', '상태', '경과', 'outcome', 'outcomeId', 'monitoring_reason'],
};

/** `Symptom onset date`, `symptom_onset_date` and `symptomOnsetDate` are one heading; so are `확진 일자` and `확진일자`. */
export const headingKeyOf = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/[\s_\-.:/*"'’]/g, '');
