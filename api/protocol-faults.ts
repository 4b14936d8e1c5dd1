import type { FieldError } from './problem.ts';

/** What the domain finds wrong at a place of a protocol or a history. It writes English; its codes are few. */
export type Fault = Readonly<{ pointer: string; code: string; detail: string }>;

const IN_KOREAN: Readonly<Record<string, string>> = {
  'expected-a-code': '코드를 적으세요.',
  'expected-a-day,-YYYY-MM-DD': '날짜를 YYYY-MM-DD로 적으세요.',
  'expected-a-list-of-codes': '코드의 목록을 적으세요.',
  'expected-a-number': '숫자를 적으세요.',
  'expected-true-or-false': 'true나 false를 적으세요.',
  'expected-whole-days,-0-to-36500': '0에서 36500까지의 정수를 일수로 적으세요.',
  'invalid-format': '형식이 맞지 않습니다. 날짜, 시각, 이름의 형식을 확인하세요.',
  'invalid-name': '쓸 수 없는 이름입니다. 영문자로 시작하고 영문자, 숫자, 하이픈, 점만 64자까지 쓰세요.',
  'invalid-type': '없거나 종류가 다른 값입니다. 이 자리에 맞는 값을 적으세요.',
  'invalid-value': '쓸 수 없는 값입니다. 정해진 값 가운데에서 고르세요.',
  'name-used-twice': '같은 이름이나 값이 앞에 있습니다. 다른 것으로 바꾸세요.',
  'negative-length': '끝이 시작보다 앞섭니다. 기간이 0보다 짧지 않게 고치세요.',
  'not-for-this-fact': '이 사실에는 쓸 수 없습니다. 빼세요.',
  'not-multiple-of': '정수로 적으세요.',
  'overlapping-date': '앞의 기간과 겹칩니다. 날짜를 나누세요.',
  'reserved-fact': '언어에 이미 있는 사실의 이름입니다. 다른 이름을 쓰세요.',
  'too-big': '너무 크거나 깁니다. 값을 줄이세요.',
  'too-deep': '너무 깊이 들어 있습니다. 단순하게 고치세요.',
  'too-large': '값이 너무 많습니다. 문서를 줄이세요.',
  'too-long': '글이 너무 깁니다. 줄이세요.',
  'too-many-conditions': '조건이 너무 많습니다. 줄이거나 나누세요.',
  'too-small': '너무 작거나 짧습니다. 값을 늘리세요.',
  'unknown-anchor': '알 수 없는 기준일입니다. 언어의 기준일(anchor) 가운데에서 고르세요.',
  'unknown-code': '그 사실에 없는 코드입니다. 이름을 확인하세요.',
  'unknown-condition': '알 수 없는 조건입니다. all, any, not, fact 가운데 하나로 적으세요.',
  'unknown-fact': '알 수 없는 사실입니다. 이름을 확인하거나 facts에 먼저 선언하세요.',
  'unknown-field': '알 수 없는 항목입니다. 빼거나 이름을 고치세요.',
  'unknown-operator': '알 수 없는 비교입니다. 사실의 종류에 맞는 비교를 쓰세요.',
  'unknown-parameter': '그런 이름의 parameter가 없습니다. parameters에 더하거나 이름을 고치세요.',
  'unknown-source': '그런 출처가 없습니다. sources에 더하거나 이름을 고치세요.',
  'unreadable-text': '저장할 수 없는 문자가 있습니다. 그 문자를 빼세요.',
  'unused-parameter': '아무 데서도 쓰지 않는 parameter입니다. 빼세요.',
};
const OTHERWISE = '이 자리의 규칙에 맞지 않습니다. 지침의 언어(docs/api/protocols.md)를 보고 고치세요.';

export const faultInWords = ({ pointer, code, detail }: Fault): FieldError => ({
  pointer,
  code,
  detail: { ko: IN_KOREAN[code] ?? OTHERWISE, en: detail },
});
