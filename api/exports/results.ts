import type { Answer } from '../contract/endpoint.ts';
import type { Words } from '../problem.ts';
import type { ReadModels } from '../read-models/index.ts';
import { inWords } from '../row-outcomes.ts';
import { forPeople } from '../words.ts';
import { csvOf, type ExportedRow, type Pages } from './csv.ts';
import { TYPES } from './file.ts';

const PER_PAGE = 1_000;
const COLUMNS: Readonly<
  Record<'subjectKind' | 'subjectId' | 'outcome' | 'code' | 'says' | 'details', Words>
> = {
  subjectKind: { ko: '대상 종류', en: 'kind of subject' },
  subjectId: { ko: '대상', en: 'subject' },
  outcome: { ko: '결과', en: 'outcome' },
  code: { ko: '사유 코드', en: 'code' },
  says: { ko: '설명', en: 'what it means' },
  details: { ko: '상세', en: 'details' },
};

type Asked = Readonly<{
  runId: string;
  outcome: readonly string[] | undefined;
  language: keyof Words;
}>;

/** Every result of a run as CSV: read page by page as it is written. */
export function resultsFile(runs: ReadModels['bulkRuns'], asked: Asked): Answer {
  const { runId, language } = asked;
  const columns = Object.entries(COLUMNS);
  return {
    type: `${TYPES.csv}; charset=utf-8; header=present`,
    headers: {
      'content-disposition': `attachment; filename="results-${runId}.csv"`,
      'content-language': language,
      vary: 'accept-language',
    },
    lines: csvOf(
      pagesOf(runs, asked),
      columns.map(([name]) => name),
      columns.map(([, words]) => words[language]),
    ),
  };
}

async function* pagesOf(runs: ReadModels['bulkRuns'], { runId, outcome, language }: Asked): Pages {
  for (let cursor: string | undefined; ;) {
    const page = await runs.results(runId, { limit: PER_PAGE, cursor, outcome });
    yield page.map((one): ExportedRow => {
      const { code } = one.details as Readonly<{ code?: unknown }>;
      return { ...one, details: forPeople(one.details), code, says: inWords(one).says?.[language] };
    });
    const last = page.at(-1);
    if (last === undefined || page.length < PER_PAGE) return;
    cursor = `${last.subjectKind}:${last.subjectId}`;
  }
}
