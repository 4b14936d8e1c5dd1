import type { CaseCommand, WithdrawalReason } from '../../domain/patient-management/case/case.commands.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type CaseRequest = Request & Readonly<{ caseId: string }>;

const command =
  <Input extends CaseRequest>(make: (input: Input, by: By) => CaseCommand) =>
  ({ cases, clock }: Uses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(cases, input.caseId, input, (aCase) => aCase.execute(asked));
  };

/** What ends a case or takes it another way; the process hears of it and gives up what it waited for. */
export const reportDeath = command<CaseRequest & Readonly<{ dateOfDeath: string }>>((input, by) => ({
  type: 'ReportDeath',
  dateOfDeath: LocalDate.of(input.dateOfDeath),
  ...by,
}));

export const transferToHospital = command<CaseRequest>((_input, by) => ({
  type: 'TransferToHospital',
  ...by,
}));

export const returnFromHospital = command<CaseRequest>((_input, by) => ({
  type: 'ReturnFromHospital',
  ...by,
}));

export const withdrawDiagnosis = command<CaseRequest & Readonly<{ reason: WithdrawalReason }>>(
  (input, by) => ({
    type: 'WithdrawDiagnosis',
    reason: input.reason,
    ...by,
  }),
);
