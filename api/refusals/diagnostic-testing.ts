import type { DiagnosticTestingCode } from '../../domain/shared-kernel/error-codes/diagnostic-testing.ts';
import { CLINICS } from './diagnostic-testing/clinics.ts';
import { LIVING_SUPPORT } from './diagnostic-testing/living-support.ts';
import { SURVEYS } from './diagnostic-testing/surveys.ts';
import { TESTS } from './diagnostic-testing/tests.ts';
import type { Refusals } from './refusal.ts';

export const DIAGNOSTIC_TESTING: Refusals<DiagnosticTestingCode> = {
  ...LIVING_SUPPORT,
  ...SURVEYS,
  ...TESTS,
  ...CLINICS,
};
