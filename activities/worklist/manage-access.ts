import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { staffId, type StaffId } from '../../domain/shared-kernel/staff-id.ts';
import type {
  AbsenceReason,
  RevocationReason,
  StaffAccountCommand,
} from '../../domain/worklist/staff-account/staff-account.commands.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
import { everyAccount, idOfAccount, type AccountUses } from './account-records.ts';

export type StaffRequest = Request & Readonly<{ staffId: string }>;

const command =
  <Input extends StaffRequest>(
    make: (input: Input, of: By & Readonly<{ account: StaffId }>) => StaffAccountCommand,
  ) =>
  (uses: AccountUses & Readonly<{ clock: Clock }>) =>
  async (input: Input): Promise<Receipt> => {
    const account = staffId(input.staffId);
    const asked = make(input, { account, by: input.by, at: Instant.of(await uses.clock.now()) });
    return change(everyAccount(uses, account), idOfAccount(uses, account), input, (one) =>
      one.execute(asked),
    );
  };

/** From the next request on nobody is let in by that account, however good its token is. */
export const revokeAccess = command<StaffRequest & Readonly<{ reason: RevocationReason }>>(
  ({ reason }, of) => ({ type: 'RevokeAccess', reason, ...of }),
);

export const restoreAccess = command<StaffRequest>((_input, of) => ({ type: 'RestoreAccess', ...of }));

/** Their open tasks go back to the lists once it begins: the upkeep of the minute sees to it. */
export const reportStaffAbsence = command<
  StaffRequest & Readonly<{ from: string; until: string; reason: AbsenceReason }>
>(({ from, until, reason }, of) => ({
  type: 'ReportStaffAbsence',
  from: Instant.of(from),
  until: Instant.of(until),
  reason,
  ...of,
}));

export const endStaffAbsence = command<StaffRequest>((_input, of) => ({ type: 'EndStaffAbsence', ...of }));
