import { z } from 'zod';
import type { TestResult } from '../../../domain/shared-kernel/test-result.ts';

/** SNOMED CT codes of what a test may find. */
const RESULTS = { '10828004': 'positive', '260385009': 'negative', '82334004': 'indeterminate' } as const;

/** A conclusion's code, as a result. */
export const testResult = z
  .enum(Object.keys(RESULTS) as (keyof typeof RESULTS)[])
  .transform((code): TestResult => RESULTS[code]);
