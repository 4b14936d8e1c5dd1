import type {
  CheckOutcome,
  IsolationCommand,
  IsolationEnd,
  NoticeChannel,
  OwnIllness,
  RescheduleReason,
  ViolationSource,
  ViolationWithdrawal,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
import { IsolationPeriod } from '../../domain/isolation-management/isolation/isolation-period.ts';
import { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, isolationId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { staffId } from '../../domain/shared-kernel/staff-id.ts';

export const CASE = caseId('01900000-0000-7000-8000-000000000001');
export const PERSON = personId('01900000-0000-7000-8000-000000000002');
/** Noon in Seoul, so many days after 1 March 2026. */
export const day = (count: number): Instant => Instant.of('2026-03-01T03:00:00Z').plusHours(count * 24);
export const CONTACT = contactId('01900000-0000-7000-8000-0000000000c1');
export const OTHER_CONTACT = contactId('01900000-0000-7000-8000-0000000000c2');
export const PROTOCOL = protocolVersion('kr-covid-19/2020-06-25');
export const NEW_PROTOCOL = protocolVersion('kr-covid-19/2022-02-09');
const by = (at: Instant) => ({ by: 'officer', at });

export const anIsolation = (): Isolation =>
  Isolation.unordered(isolationId('01900000-0000-7000-8000-00000000000a'));

const subject = { type: 'OrderIsolation', personId: PERSON, district: District.of('11110') } as const;
/** Until the criteria end it. */
export const isolated = (at = day(3)): IsolationCommand => ({ ...subject, caseId: CASE, ...by(at) });
/** From 4 March 2026 to noon of 15 March. */
export const isolatedUntil = (endsAt = day(14), at = day(3), startsOn = '2026-03-04'): IsolationCommand => ({
  ...subject,
  caseId: CASE,
  period: IsolationPeriod.of(LocalDate.of(startsOn), endsAt),
  protocol: PROTOCOL,
  ...by(at),
});
export const quarantined = (endsAt = day(14), at = day(3)): IsolationCommand => ({
  ...subject,
  kind: 'quarantine',
  contactId: CONTACT,
  dateOfLastExposure: LocalDate.of('2026-03-02'),
  period: IsolationPeriod.of(LocalDate.of('2026-03-04'), endsAt),
  protocol: PROTOCOL,
  binding: 'advice',
  placeType: 'facility',
  workBan: true,
  officer: staffId('officer-1'),
  ...by(at),
});
export const notified = (channel?: NoticeChannel, at = day(3), servedAt?: Instant): IsolationCommand => ({
  type: 'RecordNotice',
  ...(channel === undefined ? {} : { channel }),
  ...(servedAt === undefined ? {} : { servedAt }),
  ...by(at),
});
export const started = (at = day(5)): IsolationCommand => ({ type: 'StartIsolation', ...by(at) });
export const rescheduled = (
  endsAt: Instant,
  reason: RescheduleReason = 'protocol-changed',
  at = day(6),
): IsolationCommand => ({ type: 'RescheduleIsolation', endsAt, reason, protocol: NEW_PROTOCOL, ...by(at) });
export const exposed = (
  endsAt: Instant | undefined,
  on = '2026-03-05',
  at = day(6),
  to = OTHER_CONTACT,
): IsolationCommand => ({
  type: 'RecordExposure',
  contactId: to,
  dateOfLastExposure: LocalDate.of(on),
  ...(endsAt === undefined ? {} : { endsAt }),
  protocol: NEW_PROTOCOL,
  ...by(at),
});
export const lookedAfter = (outcome: CheckOutcome, at = day(6), inHospital = false): IsolationCommand => ({
  type: 'RecordCheck',
  outcome,
  inHospital,
  ...by(at),
});
export const violationReported = (
  source: ViolationSource = 'app',
  at = day(6),
  occurredAt?: Instant,
): IsolationCommand => ({
  type: 'ReportViolation',
  source,
  ...(occurredAt === undefined ? {} : { occurredAt }),
  ...by(at),
});
export const violationEstablished = (sequence = 1, at = day(7), who = 'officer'): IsolationCommand => ({
  type: 'EstablishViolation',
  sequence,
  by: who,
  at,
});
export const violationWithdrawn = (
  sequence = 1,
  reason: ViolationWithdrawal = 'unfounded',
  at = day(7),
  who = 'officer',
): IsolationCommand => ({ type: 'WithdrawViolation', sequence, reason, by: who, at });
export const assigned = (officer = 'officer-2', at = day(6)): IsolationCommand => ({
  type: 'AssignOfficer',
  officer: staffId(officer),
  ...by(at),
});
export const relocated = (to: string, at = day(6)): IsolationCommand => ({
  type: 'RelocateIsolation',
  to: District.of(to),
  ...by(at),
});
export const bannedFromWork = (at = day(6)): IsolationCommand => ({ type: 'ImposeWorkBan', ...by(at) });
export const allowedToWork = (at = day(6)): IsolationCommand => ({ type: 'LiftWorkBan', ...by(at) });
export const ended = (
  because: IsolationEnd = 'released',
  at = day(14),
  ownIllness?: OwnIllness,
): IsolationCommand => ({
  type: 'EndIsolation',
  because,
  ownIllness,
  ...by(at),
});
export const releaseNotified = (at = day(14)): IsolationCommand => ({
  type: 'RecordReleaseNotice',
  ...by(at),
});
