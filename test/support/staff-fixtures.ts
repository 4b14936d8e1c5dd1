import type { StaffAccountCommand } from '../../domain/worklist/staff-account/staff-account.ts';
import { StaffAccount } from '../../domain/worklist/staff-account/staff-account.ts';
import { staffAccountIdOf } from '../../activities/adapters/staff-account-id.ts';
import { staffAccountId } from '../../domain/shared-kernel/id.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';

export const KIM = 'kim.min-su@office.example';

/** Of which nothing has been said. */
export const anAccount = (name = KIM): StaffAccount =>
  StaffAccount.untold(staffAccountId(staffAccountIdOf(name)));

const of = (at: Instant, name: string) => ({ account: staffId(name), by: 'supervisor', at });
export const revoked = (at: Instant, name = KIM): StaffAccountCommand => ({
  type: 'RevokeAccess',
  reason: 'account-at-risk',
  ...of(at, name),
});
export const restored = (at: Instant, name = KIM): StaffAccountCommand => ({
  type: 'RestoreAccess',
  ...of(at, name),
});
export const absent = (at: Instant, from: Instant, until: Instant, name = KIM): StaffAccountCommand => ({
  type: 'ReportStaffAbsence',
  reason: 'leave',
  from,
  until,
  ...of(at, name),
});
export const back = (at: Instant, name = KIM): StaffAccountCommand => ({
  type: 'EndStaffAbsence',
  ...of(at, name),
});

/** One whose holder is away for a day. */
function aStaffAccount({ at }: Readonly<{ at?: Instant }> = {}): StaffAccount {
  const now = at ?? Instant.ofEpochMilliseconds(Date.now());
  const name = `kim-${now.epochMilliseconds}-${(made += 1)}`;
  const one = anAccount(name);
  one.execute(absent(now, now, now.plusHours(24), name));
  return one;
}
let made = 0;

/** For every repository: a new one, and a change that an existing one takes. */
export const STAFF_ACCOUNT = {
  make: aStaffAccount,
  change: (one: StaffAccount): void =>
    one.execute(revoked(Instant.ofEpochMilliseconds(Date.now()), one.state.staffId)),
};
