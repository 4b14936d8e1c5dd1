import type { TestType } from '../../domain/protocol/language/release.schema.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';
import type { Words } from '../problem.ts';

export const TEST_TYPE_WORDS: Readonly<Record<TestType, Words>> = {
  pcr: { ko: 'PCR', en: 'PCR' },
  rapidAntigen: { ko: '신속항원', en: 'rapid antigen' },
  antibody: { ko: '항체', en: 'antibody' },
  sequencing: { ko: '유전체', en: 'sequencing' },
};
export const RESULT_WORDS: Readonly<Record<TestResult, Words>> = {
  positive: { ko: '양성', en: 'positive' },
  negative: { ko: '음성', en: 'negative' },
  indeterminate: { ko: '미결정', en: 'indeterminate' },
};
