import { SHIFT_GIVEN, SHIFTS_PLANNED } from '../access/given-to.ts';
import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import { absenceBody, coverBody, shiftsBody, throughputBody } from '../schemas/diagnostic-testing.ts';
import { ofClinic } from '../schemas/params.ts';

export const aClinic = {
  tag: 'testing',
  about: 'clinic',
  params: ofClinic,
  name: 'clinicId',
  action: 'clinic:operate',
  problems: ['clinic'],
} as const;

/** A clinic's day: who works, when it opens, how many are tested, and its end. */
export const CLINIC_DAYS: readonly Endpoint[] = [
  command(
    {
      ...aClinic,
      path: '/clinics/:id/shifts',
      does: {
        ko: '하루의 근무표를 입력합니다. 그날 먼저 입력한 근무표를 대신합니다.',
        en: 'Enters the shifts of one day, in place of those that were planned for it before.',
      },
      more: {
        ko: '이 관할에서 일하는 계정만 근무표에 넣을 수 있습니다. 대체 근무 기록은 같은 근무가 새 근무표에 있으면 남습니다. keepDays일보다 오래된 근무는 지워집니다.',
        en: 'Only accounts that work for this district can be planned. Who covers a shift is kept where the new plan has the same shift. Shifts older than keepDays are dropped.',
      },
      givenTo: SHIFTS_PLANNED,
      body: shiftsBody,
      example: {
        date: '2026-12-01',
        shifts: [
          {
            staffId: 'tester-11110',
            role: 'tester',
            from: '2026-12-01T09:00:00+09:00',
            to: '2026-12-01T13:00:00+09:00',
          },
          {
            staffId: 'nurse-11110',
            role: 'nurse',
            from: '2026-12-01T09:00:00+09:00',
            to: '2026-12-01T18:00:00+09:00',
          },
        ],
        keepDays: 28,
      },
    },
    (requests, ask) => requests.manageStaffing(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/absences',
      does: {
        ko: '근무할 사람이 나오지 못함을 기록합니다. 대체 근무자를 찾는 과업이 생깁니다.',
        en: 'Records that somebody cannot come to a shift. A task asks for cover.',
      },
      more: { ko: 'from은 근무가 시작되는 시각입니다.', en: 'from is when the shift begins.' },
      body: absenceBody,
      example: { staffId: 'tester-11110', from: '2026-12-01T09:00:00+09:00' },
    },
    (requests, ask) => requests.reportAbsence(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/cover',
      does: {
        ko: '빈 근무에 대체 근무자를 배치합니다.',
        en: 'Gives a shift that nobody covers to somebody.',
      },
      more: {
        ko: 'from은 근무가 시작되는 시각입니다. coveredBy는 이 관할에서 일하는 계정이어야 합니다.',
        en: 'from is when the shift begins. coveredBy is an account that works for this district.',
      },
      givenTo: SHIFT_GIVEN,
      body: coverBody,
      example: {
        staffId: 'tester-11110',
        from: '2026-12-01T09:00:00+09:00',
        coveredBy: 'tester-11110-b',
      },
    },
    (requests, ask) => requests.coverShift(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/opening',
      does: {
        ko: '오늘 진료소를 엽니다. 운영시간, 검사 근무자, 키트가 있어야 합니다.',
        en: 'Opens the clinic for today. It takes hours today, a tester on shift, and kits.',
      },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.openClinicForDay(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/throughput',
      does: {
        ko: '한 시간 동안 검사한 사람 수를 기록합니다.',
        en: 'Records how many people were tested in one hour.',
      },
      more: {
        ko: 'from은 운영시간 중 그 시간이 시작되는 시각입니다.',
        en: 'from is when that opening hour begins.',
      },
      body: throughputBody,
      example: { from: '2026-12-01T10:00:00+09:00', tested: 37 },
    },
    (requests, ask) => requests.recordThroughput(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/closing',
      does: { ko: '오늘 운영을 마칩니다.', en: 'Closes the clinic for today.' },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.closeClinicForDay(ask),
  ),
];
