import type { BulkWorkCode } from './error-codes/bulk-work.ts';
import type { DiagnosticTestingCode } from './error-codes/diagnostic-testing.ts';
import type { EpidemiologicalInvestigationCode } from './error-codes/epidemiological-investigation.ts';
import type { ExchangeCode } from './error-codes/exchange.ts';
import type { IsolationManagementCode } from './error-codes/isolation-management.ts';
import type { PatientManagementCode } from './error-codes/patient-management.ts';
import type { ProtocolCode } from './error-codes/protocol.ts';
import type { SharedCode } from './error-codes/shared.ts';
import type { WorklistCode } from './error-codes/worklist.ts';

/** Every reason for which the domain refuses something. The API holds one entry per code (status and words). */
export type ErrorCode =
  | BulkWorkCode
  | DiagnosticTestingCode
  | EpidemiologicalInvestigationCode
  | ExchangeCode
  | IsolationManagementCode
  | PatientManagementCode
  | ProtocolCode
  | SharedCode
  | WorklistCode;
