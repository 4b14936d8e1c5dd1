import type { DiagnosticTestingCode } from '../../../domain/shared-kernel/error-codes/diagnostic-testing.ts';
import { absent, invalid, rule, type Refusals } from '../refusal.ts';

export const CLINICS: Refusals<Extract<DiagnosticTestingCode, `clinic/${string}`>> = {
  'clinic/already-established': rule(
    '이미 설치된 선별진료소입니다. GET /clinics에서 그 진료소를 확인하세요.',
    'The clinic is established already. Look for it in GET /clinics.',
  ),
  'clinic/beyond-capacity': rule(
    '그 시간의 검사 가능 인원(capacity)보다 많습니다. 인원을 확인하거나 시설 정보를 고치세요.',
    'More than all booths can test in that hour (capacity). Check the number, or correct the facility.',
  ),
  'clinic/closed-for-good': rule(
    '폐쇄된 선별진료소입니다. 다른 진료소를 고르세요.',
    'The clinic is closed for good. Choose another one.',
  ),
  'clinic/date-too-old': rule(
    '보관 기간이 지난 날짜입니다. keptFrom 이후 날짜를 쓰세요.',
    'That day is no longer kept. Use a day from keptFrom on.',
  ),
  'clinic/hour-not-begun': rule(
    '아직 시작되지 않은 시간입니다. 그 시간이 시작된 뒤에 입력하세요.',
    'That hour has not begun. Enter it once it has.',
  ),
  'clinic/hours-end-before-start': invalid(
    '/openingHours',
    '운영 종료 시각은 시작 시각보다 뒤여야 합니다.',
    'The hours must end after they start.',
  ),
  'clinic/hours-malformed': invalid(
    '/openingHours',
    '운영시간은 요일별로 HH:MM 형식(24:00까지)으로 입력하세요.',
    'Give the hours per weekday as HH:MM, up to 24:00.',
  ),
  'clinic/kits-exhausted': rule(
    '검사키트가 부족합니다. 입고를 먼저 등록하거나 수량을 확인하세요.',
    'There are not enough kits. Record a delivery first, or check the number.',
  ),
  'clinic/no-hours-today': rule(
    '오늘 남은 운영시간이 없습니다. 시설 정보의 운영시간을 확인하세요.',
    'No opening hours are left today. Check the hours of the facility.',
  ),
  'clinic/no-tester': rule(
    '오늘 근무하는 검사원이 없습니다. 근무표에 검사원을 배정하세요.',
    'No tester is on shift today. Plan one, or have a shift covered.',
  ),
  'clinic/not-a-count': {
    status: 422,
    title: {
      ko: 'least 이상의 정수를 입력하세요.',
      en: 'Enter a whole number, not below least.',
    },
  },
  'clinic/not-found': absent(
    '해당 선별진료소가 없습니다. GET /clinics에서 번호를 확인하세요.',
    'There is no such clinic. Look for it in GET /clinics.',
  ),
  'clinic/not-open': rule(
    '운영 중인 진료소가 아닙니다. 먼저 개소하세요.',
    'The clinic is not open. Open it for the day first.',
  ),
  'clinic/outside-hours': rule(
    '운영시간의 한 시간이 시작되는 시각이 아닙니다. 운영시간을 확인하세요.',
    'No opening hour of that day begins then. Check the opening hours.',
  ),
  'clinic/place-malformed': invalid(
    '/placeCode',
    '장소 코드는 영문, 숫자, 하이픈 1~64자입니다.',
    'A place code has 1 to 64 letters, digits and hyphens.',
  ),
  'clinic/share-out-of-range': invalid(
    '/alarmShare',
    '경보 기준은 0보다 크고 1 이하인 비율입니다.',
    'The share for an alarm is above 0 and at most 1.',
  ),
  'clinic/shift-ends-before-start': invalid(
    '/shifts',
    '근무 종료 시각은 시작 시각보다 뒤여야 합니다.',
    'A shift must end after it starts.',
  ),
  'clinic/shift-not-uncovered': rule(
    '비어 있는 근무가 아닙니다. 먼저 결근을 등록하세요.',
    'Somebody works that shift. Report the absence first.',
  ),
  'clinic/shift-on-another-day': rule(
    '근무가 그 날짜에 시작하지 않습니다. 날짜별로 나누어 입력하세요.',
    'A shift begins on another day. Enter each day by itself.',
  ),
  'clinic/shift-overlaps': rule(
    '같은 직원의 다른 근무와 시간이 겹칩니다. 시간을 고치거나 다른 직원을 배정하세요.',
    'The same person has another shift at that time. Change the times, or choose somebody else.',
  ),
  'clinic/shift-unknown': rule(
    '해당 근무가 근무표에 없습니다. 직원과 시작 시각을 확인하세요.',
    'There is no such shift. Check the person and when it starts.',
  ),
  'clinic/slip-malformed': invalid(
    '/slip',
    '전표번호는 영문, 숫자, 하이픈 1~64자입니다.',
    'A slip number has 1 to 64 letters, digits and hyphens.',
  ),
  'clinic/slip-used': rule(
    '오늘 다른 수량으로 처리된 전표번호입니다. 전표를 확인하세요.',
    'That slip stands for another number of kits today. Check the slip.',
  ),
  'clinic/still-open': rule(
    '아직 운영 중입니다. 먼저 운영을 종료하세요.',
    'The clinic is still open. Close it for the day first.',
  ),
};
