import type { WithdrawalReason } from '../../domain/patient-management/case/case.commands.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { caseCommand, type CaseRequest } from './change-case.ts';

/** What ends a case or takes it another way; the process hears of it and gives up what it waited for. */
export const reportDeath = caseCommand<CaseRequest & Readonly<{ dateOfDeath: string }>>((input, by) => ({
  type: 'ReportDeath',
  dateOfDeath: LocalDate.of(input.dateOfDeath),
  ...by,
}));

export const transferToHospital = caseCommand<CaseRequest>((_input, by) => ({
  type: 'TransferToHospital',
  ...by,
}));

export const returnFromHospital = caseCommand<CaseRequest>((_input, by) => ({
  type: 'ReturnFromHospital',
  ...by,
}));

export const withdrawDiagnosis = caseCommand<CaseRequest & Readonly<{ reason: WithdrawalReason }>>(
  (input, by) => ({
    type: 'WithdrawDiagnosis',
    reason: input.reason,
    ...by,
  }),
);
