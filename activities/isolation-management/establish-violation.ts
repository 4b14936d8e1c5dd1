import type {
  ViolationSource,
  ViolationWithdrawal,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { isolationCommand, type IsolationAsked, type IsolationRequest } from './isolation-command.ts';

export type ReportViolationInput = IsolationAsked &
  Readonly<{ source: ViolationSource; occurredAt?: string | undefined }>;

export const reportViolation = isolationCommand<ReportViolationInput>((input, by) => ({
  type: 'ReportViolation',
  source: input.source,
  ...(input.occurredAt === undefined ? {} : { occurredAt: Instant.of(input.occurredAt) }),
  ...by,
}));

/** 격리 위반 확인 */
export const establishViolation = isolationCommand<IsolationRequest & Readonly<{ sequence: number }>>(
  (input, by) => ({ type: 'EstablishViolation', sequence: input.sequence, ...by }),
);

export const withdrawViolation = isolationCommand<
  IsolationRequest & Readonly<{ sequence: number; reason: ViolationWithdrawal }>
>((input, by) => ({ type: 'WithdrawViolation', sequence: input.sequence, reason: input.reason, ...by }));
