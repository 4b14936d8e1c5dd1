import { expect, test } from '@jest/globals';
import { establishClinic } from '../../../activities/diagnostic-testing/establish-clinic.ts';
import { explainClinic } from '../../../activities/diagnostic-testing/explain-clinic.ts';
import {
  manageFacility,
  restockKits,
  useKits,
} from '../../../activities/diagnostic-testing/manage-facility.ts';
import {
  coverShift,
  manageStaffing,
  reportAbsence,
} from '../../../activities/diagnostic-testing/manage-staffing.ts';
import {
  closeClinic,
  closeClinicForDay,
  openClinicForDay,
  recordThroughput,
} from '../../../activities/diagnostic-testing/run-clinic-day.ts';
import type { Repository } from '../../../activities/ports/repository.ts';
import type { ClinicState } from '../../../domain/diagnostic-testing/clinic/clinic.state.ts';
import { Clinic } from '../../../domain/diagnostic-testing/clinic/clinic.ts';
import type { Stored } from '../../../domain/shared-kernel/aggregate-root.ts';
import { NotFound } from '../../../domain/shared-kernel/domain-error.ts';
import { atHour, CLINIC, MONDAY } from '../../support/clinic-fixtures.ts';

/** One row, as JSON, and a clock that goes as it is told. */
function world() {
  let row: string | undefined;
  let now = atHour(8);
  let asked = 0;
  const clinics: Repository<Clinic> = {
    load: () => {
      if (row === undefined) return Promise.reject(new NotFound('clinic/not-found'));
      return Promise.resolve({ aggregate: Clinic.from(CLINIC, JSON.parse(row) as Stored<ClinicState>) });
    },
    save: ({ state, version }) => {
      row = JSON.stringify({ state, version });
      return Promise.resolve();
    },
  };
  const request = () => {
    asked += 1;
    return { commandId: `request-${asked}`, fingerprint: `${asked}`, by: 'clinic', clinicId: CLINIC };
  };
  const uses = { clinics, clock: { now: () => Promise.resolve(now.toString()) }, newId: () => CLINIC };
  const at = (hour: number) => {
    now = atHour(hour);
  };
  return { uses, request, at };
}

test('a clinic is established, equipped, staffed, opened, closed and given up, from plain JSON', async () => {
  const { uses, request, at } = world();
  const [nine, noon] = [atHour(9).toString(), atHour(12).toString()];
  const shift = { staffId: 'kim', role: 'tester', from: nine, to: noon } as const;
  await establishClinic(uses)({ ...request(), district: '11110', placeCode: 'SC-1' });
  const openingHours = { monday: { from: '09:00', to: '12:00' } };
  const facility = { openingHours, booths: 1, capacityPerBoothHour: 10, kitsInStock: 5 };
  await manageFacility(uses)({ ...request(), ...facility });
  await restockKits(uses)({ ...request(), slip: 'IN-1', kits: 45 });
  const staffing = { date: MONDAY.toString(), shifts: [shift], keepDays: 14 };
  await manageStaffing(uses)({ ...request(), ...staffing });
  await reportAbsence(uses)({ ...request(), staffId: 'kim', from: nine });
  const look = { clinicId: CLINIC, date: MONDAY.toString(), alarmShare: 0.9, kitsPerDay: 20 };
  expect((await explainClinic(uses)(look)).gaps).toHaveLength(3);
  await coverShift(uses)({ ...request(), staffId: 'kim', from: nine, coveredBy: 'lee' });
  await openClinicForDay(uses)(request());
  at(12);
  await recordThroughput(uses)({ ...request(), from: nine, tested: 9 });
  await useKits(uses)({ ...request(), slip: 'OUT-1', kits: 9 });
  expect(await explainClinic(uses)(look)).toMatchObject({
    version: 9,
    gaps: [],
    capacity: [{ capacity: 10 }, { capacity: 10 }, { capacity: 10 }],
    alarms: [{ from: nine, tested: 9, capacity: 10 }],
    kitsLastForDays: 2,
  });
  await closeClinicForDay(uses)(request());
  expect(await closeClinic(uses)(request())).toMatchObject({ stage: 'closed-for-good', version: 11 });
});

test('a clinic that is not there is told so', async () => {
  const { uses, request } = world();
  await expect(openClinicForDay(uses)(request())).rejects.toThrow('clinic/not-found');
});
