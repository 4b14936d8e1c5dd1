import { capacityShare, keepDays } from '../../domain/diagnostic-testing/clinic/counts.ts';
import {
  closingCountOf,
  dayAlarmsOf,
  newestNeedsOf,
  nextLookOf,
  type DayAlarm,
} from '../../domain/diagnostic-testing/clinic/day-alarms.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

/** Defaults of this program, not of a law: an hour is full at nine tenths, and kits must last for two full days. */
const LIMITS = { share: capacityShare(0.9), kitsLastDays: keepDays(2) } as const;

export type ClinicDayStanding = Readonly<{
  /** `over`: closed, or another day's. */
  stage: 'open' | 'over';
  district: string;
  alarms: readonly DayAlarm[];
  /** RFC 3339: when the newest need behind an alarm arose, where that is known. Absent in older histories. */
  newest?: Readonly<Partial<Record<DayAlarm, string>>>;
  /** RFC 3339: the next hour, or the closing; absent once it should be closed. */
  nextLookAt?: string;
  /** How many were tested without a kit, or kits used without a test. Absent once another day has begun: nobody knows any more. */
  difference?: number;
}>;

/** `<clinic>/<YYYY-MM-DD>` */
export function clinicDayOf(id: string): Readonly<{ clinicId: string; date: LocalDate }> {
  const [clinicId = '', date = ''] = id.split('/');
  return { clinicId, date: LocalDate.of(date) };
}

/** Where a clinic's day stands: what its process asks when it begins, at every hour, and whenever something changed. */
export const clinicDayStanding =
  ({ clinics }: Pick<Uses, 'clinics'>) =>
  async ({ id, at }: SubjectMoment): Promise<ClinicDayStanding> => {
    const { clinicId, date } = clinicDayOf(id);
    const { state } = (await clinics.load(clinicId)).aggregate;
    const now = Instant.of(at);
    const isToday = state.day?.date === date.toString();
    const stage = isToday && state.stage === 'open' ? 'open' : 'over';
    const next = stage === 'open' ? nextLookOf(state, date, now) : undefined;
    const { served, kitsUsed } = closingCountOf(state);
    return {
      stage,
      district: state.district,
      alarms: stage === 'open' ? dayAlarmsOf(state, date, now, LIMITS) : [],
      ...(stage === 'open' ? { newest: newestNeedsOf(state, date, now, LIMITS) } : {}),
      ...(isToday ? { difference: Math.abs(served - kitsUsed) } : {}),
      ...(next === undefined ? {} : { nextLookAt: next.toString() }),
    };
  };

/** Nobody closed the day: it is closed with what was counted so far. Quiet when it is closed, or another day is open. */
export const closeClinicDay =
  ({ clinics }: Pick<Uses, 'clinics'>) =>
  async ({ id, at }: SubjectMoment): Promise<void> => {
    const { clinicId, date } = clinicDayOf(id);
    await change(clinics, clinicId, {}, (clinic) => {
      if (clinic.state.day?.date !== date.toString()) return;
      clinic.execute({ type: 'CloseForDay', by: 'process:clinic', at: Instant.of(at) });
    });
  };
