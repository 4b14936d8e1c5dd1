import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { Instant } from '../../shared-kernel/instant.ts';
import type { StaffId } from '../../shared-kernel/staff-id.ts';

export type StaffRole = 'tester' | 'nurse' | 'doctor' | 'registrar';

/** 근무: one member of staff in one role, from and to. */
export class Shift {
  readonly staffId: StaffId;
  readonly role: StaffRole;
  readonly from: Instant;
  readonly to: Instant;

  private constructor(staffId: StaffId, role: StaffRole, from: Instant, to: Instant) {
    this.staffId = staffId;
    this.role = role;
    this.from = from;
    this.to = to;
    Object.freeze(this);
  }

  /** @throws InvalidValue `clinic/shift-ends-before-start` */
  static of({ staffId, role, from, to }: Pick<Shift, 'staffId' | 'role' | 'from' | 'to'>): Shift {
    if (!from.isBefore(to)) throw new InvalidValue('clinic/shift-ends-before-start');
    return new Shift(staffId, role, from, to);
  }

  equals(other: Shift): boolean {
    const { staffId, role, from, to } = other;
    return this.staffId === staffId && this.role === role && this.from.equals(from) && this.to.equals(to);
  }
}
