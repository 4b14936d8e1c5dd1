import type { z } from 'zod';
import { reachOf } from '../access/staff.ts';
import { chosenCases, chosenContacts, type Chosen } from '../chosen-lines.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { fileAnswer, TYPES, type Format } from '../exports/file.ts';
import { FHIR_COLUMNS } from '../exports/fhir-resources.ts';
import { EXPORT_LISTS, type ListName } from '../exports/lists.ts';
import type { Words } from '../problem.ts';
import { rangesOf } from '../read-models/reach.ts';
import {
  bundleShown,
  caseFilters,
  caseTableQuery,
  contactFilters,
  contactTableQuery,
  fileShown,
} from '../schemas/exports.ts';

const NAMES: Readonly<Record<ListName, Words>> = {
  cases: { ko: '사례', en: 'cases' },
  contacts: { ko: '접촉자', en: 'contacts' },
};
const FORMATS: Readonly<Record<Format, Words>> = {
  csv: { ko: 'CSV 파일', en: 'a CSV file' },
  xlsx: { ko: '엑셀(XLSX) 파일', en: 'an Excel file (XLSX)' },
  fhir: { ko: 'FHIR R4 Bundle', en: 'a FHIR R4 Bundle' },
};
const WHOLE: Words = {
  ko: '파일은 시작한 시점의 목록 전체이며, 도중에 오류가 나면 연결이 끊깁니다. 끊긴 파일은 쓰지 말고 다시 받으세요. 받은 사람, 열, 조건의 이름, 행 수가 기록에 남습니다.',
  en: 'The file is the whole list as it stood when it began. If something fails on the way the connection breaks off: do not use such a file, take it again. Who took it, its columns, the names of its filters and the number of rows stay on record.',
};
const MORE: Readonly<Record<Format, Words>> = {
  csv: {
    ko: `columns를 되풀이해 열을 고릅니다. 이름, 생년월일, 연락처, 신고번호는 승인받은 내보내기(POST /exports)에만 들어갑니다. 제목은 language나 Accept-Language에 따라 한국어나 영어입니다. 수식으로 읽힐 값 앞에는 작은따옴표가 붙습니다. ${WHOLE.ko}`,
    en: `Repeat columns to choose them. Name, birth date, telephone and registry number are only in exports that were approved (POST /exports). The headings are in Korean or English, by language or Accept-Language. Before what a spreadsheet would run as a formula stands an apostrophe. ${WHOLE.en}`,
  },
  xlsx: {
    ko: `columns를 되풀이해 열을 고릅니다. 이름, 생년월일, 연락처, 신고번호는 승인받은 내보내기(POST /exports)에만 들어갑니다. 제목은 language나 Accept-Language에 따라 한국어나 영어입니다. ${WHOLE.ko}`,
    en: `Repeat columns to choose them. Name, birth date, telephone and registry number are only in exports that were approved (POST /exports). The headings are in Korean or English, by language or Accept-Language. ${WHOLE.en}`,
  },
  fhir: {
    ko: `Patient, Condition(verificationStatus), Observation이 들어 있고, 접촉자는 RelatedPerson과 노출 Observation입니다. 누구인지는 들어 있지 않습니다. ${WHOLE.ko}`,
    en: `It holds Patient, Condition (with verificationStatus) and Observation; a contact is a RelatedPerson with an Observation of the exposure. Who they are is not in it. ${WHOLE.en}`,
  },
};

type AboutTheFile = Readonly<{
  sort: string;
  columns?: readonly string[] | undefined;
  language?: keyof Words | undefined;
}>;

/** One list in one format: what is asked for is the list's own filters. */
function file<Query extends z.ZodType<AboutTheFile>>(
  list: ListName,
  format: Format,
  query: Query,
  choose: (asked: z.output<Query>) => Chosen,
): Endpoint {
  return endpoint(
    {
      method: 'get',
      path: `/exports/${list}.${format === 'fhir' ? 'fhir.json' : format}`,
      tag: 'exports',
      load: 'files',
      does: {
        ko: `${NAMES[list].ko} 라인리스트를 ${FORMATS[format].ko}로 내려받습니다.`,
        en: `The line list of ${NAMES[list].en} as ${FORMATS[format].en}.`,
      },
      more: MORE[format],
      action: 'export:take',
      query,
      names: { personId: 'filter', ...(list === 'contacts' ? { sourceCaseId: 'filter' } : {}) },
      answer: { status: 200, type: TYPES[format], schema: format === 'fhir' ? bundleShown : fileShown },
    },
    (uses, asked) => {
      const { language = asked.language, columns } = asked.query;
      const chosen = choose(asked.query);
      const { usually } = EXPORT_LISTS[list];
      return fileAnswer(uses, asked, {
        ...{ list, format, chosen, language },
        columns: format === 'fhir' ? FHIR_COLUMNS[list] : [...new Set(columns ?? usually)],
        within: rangesOf(reachOf(asked.staff, 'export:take'), chosen.district),
      });
    },
  );
}

/** 내보내기: lists without what says who somebody is, at once. */
export const EXPORTS: readonly Endpoint[] = [
  file('cases', 'csv', caseTableQuery, chosenCases),
  file('cases', 'xlsx', caseTableQuery, chosenCases),
  file('cases', 'fhir', caseFilters, chosenCases),
  file('contacts', 'csv', contactTableQuery, chosenContacts),
  file('contacts', 'xlsx', contactTableQuery, chosenContacts),
  file('contacts', 'fhir', contactFilters, chosenContacts),
];
