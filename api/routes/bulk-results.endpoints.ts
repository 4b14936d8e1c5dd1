import { z } from 'zod';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { resultsFile } from '../exports/results.ts';
import { TYPES } from '../exports/file.ts';
import { code } from '../schemas/basics.ts';
import { fileShown } from '../schemas/exports.ts';
import { ofRun } from '../schemas/params.ts';
import { several } from '../schemas/several.ts';

const query = z.strictObject({ outcome: several(code), language: z.enum(['ko', 'en']).optional() });

/** What became of each row, for a spreadsheet. */
export const BULK_RESULTS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'get',
      path: '/bulk-runs/:id/results.csv',
      tag: 'bulk-work',
      load: 'heavy',
      about: 'bulk-run',
      params: ofRun,
      does: {
        ko: '행마다 어떻게 되었는지 CSV 파일로 내려받습니다.',
        en: 'What became of each row, as a CSV file.',
      },
      more: {
        ko: '`/bulk-runs/{id}/results`와 같은 내용이 한 번에 들어 있고, `outcome`으로 골라 받습니다. 아직 진행 중이면 지금까지의 결과입니다. 제목과 설명은 language나 Accept-Language에 따라 한국어나 영어입니다. 수식으로 읽힐 값 앞에는 작은따옴표가 붙습니다. 끊긴 파일은 쓰지 말고 다시 받으세요.',
        en: 'All of `/bulk-runs/{id}/results` at once; `outcome` picks some of them. Of a run that is not through yet it is what has become so far. Headings and sentences are in Korean or English, by language or Accept-Language. Before what a spreadsheet would run as a formula stands an apostrophe. Do not use a file that broke off: take it again.',
      },
      action: 'bulk-run:read',
      query,
      answer: { status: 200, type: TYPES.csv, schema: fileShown },
    },
    async ({ bulkRuns }, { params: { runId }, query: { outcome, language }, language: asked }) =>
      resultsFile(bulkRuns, { runId, outcome, language: language ?? asked }),
  ),
];
