import type { ErrorCode } from '../domain/shared-kernel/error-code.ts';
import { BULK_WORK } from './refusals/bulk-work.ts';
import { DIAGNOSTIC_TESTING } from './refusals/diagnostic-testing.ts';
import { EPIDEMIOLOGICAL_INVESTIGATION } from './refusals/epidemiological-investigation.ts';
import { EXCHANGE } from './refusals/exchange.ts';
import { ISOLATION_MANAGEMENT } from './refusals/isolation-management.ts';
import { PATIENT_MANAGEMENT } from './refusals/patient-management.ts';
import { PROTOCOL } from './refusals/protocol.ts';
import { SHARED } from './refusals/shared.ts';
import { WORKLIST } from './refusals/worklist.ts';
import type { Refusals } from './refusals/refusal.ts';

/** Every refusal of the domain. A code without words does not compile. */
export const REFUSALS: Refusals<ErrorCode> = {
  ...BULK_WORK,
  ...DIAGNOSTIC_TESTING,
  ...EPIDEMIOLOGICAL_INVESTIGATION,
  ...EXCHANGE,
  ...ISOLATION_MANAGEMENT,
  ...PATIENT_MANAGEMENT,
  ...PROTOCOL,
  ...SHARED,
  ...WORKLIST,
};
