import { refusedAs } from '../contract/absent.ts';
import { command, creation, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { pageInWords } from '../page-words.ts';
import type { Words } from '../problem.ts';
import { nothing } from '../schemas/basics.ts';
import { clinicShown } from '../schemas/clinic-shown.ts';
import { clinicBody, clinicDayQuery, facilityBody, kitsBody } from '../schemas/diagnostic-testing.ts';
import { noParams } from '../schemas/params.ts';
import { aClinic, CLINIC_DAYS } from './clinic-days.endpoints.ts';

const WEEKDAY = { from: '09:00', to: '18:00' };
const SATURDAY = { from: '09:00', to: '13:00' };
const ONE_SLIP: Words = {
  ko: '같은 전표를 하루에 두 번 보내도 한 번만 셉니다.',
  en: 'One slip counts once a day, however often it is sent.',
};

/** 선별진료소: what it is, what it has, and how it stands. */
export const CLINICS: readonly Endpoint[] = [
  creation(
    {
      tag: 'testing',
      name: 'clinicId',
      action: 'clinic:operate',
      problems: ['clinic'],
      path: '/clinics',
      params: noParams,
      at: '/clinics',
      makes: 'clinic',
      does: {
        ko: '선별진료소를 등록합니다. 시설, 근무, 키트는 그다음에 입력합니다.',
        en: 'Establishes a screening clinic. Its facility, shifts and kits are entered after that.',
      },
      districtOf: ({ body }) => body.district,
      body: clinicBody,
      example: { district: '11110', placeCode: 'SC-JONGNO-1' },
    },
    (requests, ask) => requests.establishClinic(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/facility',
      does: {
        ko: '운영시간, 검사 창구, 창구당 검사 인원, 실제로 센 키트 수를 입력합니다.',
        en: 'Enters opening hours, booths, how many people a booth tests in an hour, and the kits that were counted.',
      },
      more: {
        ko: '적지 않은 요일은 쉬는 날입니다. 하루의 끝은 24:00으로 적습니다.',
        en: 'A weekday that is left out has no hours. The end of a day is 24:00.',
      },
      body: facilityBody,
      example: {
        openingHours: {
          monday: WEEKDAY,
          tuesday: WEEKDAY,
          wednesday: WEEKDAY,
          thursday: WEEKDAY,
          friday: WEEKDAY,
          saturday: SATURDAY,
        },
        booths: 4,
        capacityPerBoothHour: 12,
        kitsInStock: 800,
      },
    },
    (requests, ask) => requests.manageFacility(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/kits',
      does: {
        ko: '들어온 검사 키트를 전표번호로 기록합니다.',
        en: 'Records test kits that came in, under the number of their slip.',
      },
      more: ONE_SLIP,
      body: kitsBody,
      example: { slip: 'IN-20261120-01', kits: 500 },
    },
    (requests, ask) => requests.restockKits(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/kits-used',
      does: {
        ko: '사용한 검사 키트를 전표번호로 기록합니다.',
        en: 'Records test kits that were used, under the number of their slip.',
      },
      more: ONE_SLIP,
      body: kitsBody,
      example: { slip: 'OUT-20261120-01', kits: 140 },
    },
    (requests, ask) => requests.useKits(ask),
  ),
  command(
    {
      ...aClinic,
      path: '/clinics/:id/closing-for-good',
      does: {
        ko: '진료소를 폐쇄합니다. 다시 열 수 없습니다.',
        en: 'Closes the clinic for good. It cannot be opened again.',
      },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.closeClinic(ask),
  ),
  ...CLINIC_DAYS,
  reading(
    {
      ...aClinic,
      action: 'case:read',
      problems: [],
      query: clinicDayQuery,
      path: '/clinics/:id',
      does: {
        ko: '진료소의 현황과 하루의 근무, 검사 여력, 혼잡한 시간, 키트 잔여일을 봅니다.',
        en: 'How a clinic stands, and of one day: cover, capacity, full hours and how long the kits last.',
      },
      more: {
        ko: 'date를 비우면 오늘입니다. alarmShare(0~1, 기본 0.9)는 혼잡하다고 볼 비율, kitsPerDay는 하루에 쓰는 키트 수입니다.',
        en: 'Today, where no date is given. alarmShare (0 to 1, else 0.9) is the share of the capacity from which an hour counts as full; kitsPerDay is how many kits a day uses.',
      },
      shows: clinicShown,
    },
    async ({ requests, aggregatePage, processUrl }, { params: { clinicId }, query }) => {
      const { version, ...onDay } = await requests.explainClinic({ clinicId, ...query });
      const page = await aggregatePage('clinic', clinicId);
      if (page === undefined) throw refusedAs('clinic');
      const { state } = page;
      const links = { process: processUrl(`clinic/${clinicId}/${onDay.date}`) };
      return { version, body: { clinicId, version, ...state, onDay, ...pageInWords(page), links } };
    },
  ),
];
