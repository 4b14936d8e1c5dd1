import type { z } from 'zod';
import type { Words } from './problem.ts';
import { toldOf } from './schemas/said.ts';

type Issue = z.core.$ZodIssue;
type Table = { readonly [Code in Issue['code']]: (issue: Extract<Issue, { code: Code }>) => Words };

const TYPES: Readonly<Record<string, string>> = {
  string: '글자',
  number: '숫자',
  int: '정수',
  boolean: 'true나 false',
  array: '목록',
  tuple: '목록',
  object: '객체',
  record: '객체',
  null: 'null',
};
const FORMATS: Readonly<Record<string, Words>> = {
  uuid: { ko: '식별자(UUID)', en: 'an id (UUID)' },
  date: { ko: '날짜(예: 2026-11-20)', en: 'a day, such as 2026-11-20' },
  guid: { ko: '식별자(UUID)', en: 'an id (UUID)' },
  datetime: {
    ko: '시간대가 있는 시각(예: 2026-11-20T09:00:00+09:00)',
    en: 'a moment with its time zone, such as 2026-11-20T09:00:00+09:00',
  },
};
const UNITS: Readonly<Record<string, Words>> = {
  string: { ko: '자', en: ' characters' },
  array: { ko: '개', en: ' entries' },
};
const NONE: Words = { ko: '', en: '' };
const NOT_TAKEN: Words = { ko: '받지 않는 값입니다. 빼세요.', en: 'This is not taken. Leave it out.' };
const AS_DOCUMENTED: Words = { ko: '/docs의 예와 같은 값', en: 'a value such as the example at /docs' };
const unitOf = (origin: string): Words => UNITS[origin] ?? NONE;

/**
 * What is wrong at a place, and what belongs there. What a schema says of its own rule stands behind the colon; what its
 * library says of one is not told.
 */
const WORDS: Table = {
  invalid_type: ({ expected, input, message }) => {
    if (expected === 'never') return toldOf(message) ?? NOT_TAKEN;
    return input === undefined
      ? {
          ko: `꼭 필요한 값입니다. ${TYPES[expected] ?? '정해진 종류의'} 값을 보내세요.`,
          en: `This is needed. Send a value of the type ${expected}.`,
        }
      : {
          ko: `값의 종류가 다릅니다. ${TYPES[expected] ?? '정해진 종류의'} 값을 보내세요.`,
          en: `The value is of another type. Send one of the type ${expected}.`,
        };
  },
  invalid_value: ({ values }) => ({
    ko: `쓸 수 없는 값입니다. 다음 중 하나를 보내세요: ${values.map(String).join(', ')}`,
    en: `This value is not known. Send one of: ${values.map(String).join(', ')}`,
  }),
  invalid_format: ({ format, message }) => {
    const { ko, en } = toldOf(message) ?? FORMATS[format] ?? AS_DOCUMENTED;
    return {
      ko: `형식이 맞지 않습니다. 이런 값을 보내세요: ${ko}`,
      en: `The format does not fit. Send ${en}.`,
    };
  },
  too_small: ({ minimum, origin, inclusive = true }) => ({
    ko: `너무 작거나 짧습니다. ${String(minimum)}${unitOf(origin).ko}${inclusive ? ' 이상이어야' : '보다 커야'} 합니다.`,
    en: `Too small or too short. It has to be ${inclusive ? 'at least' : 'more than'} ${String(minimum)}${unitOf(origin).en}.`,
  }),
  too_big: ({ maximum, origin, inclusive = true }) => ({
    ko: `너무 크거나 깁니다. ${String(maximum)}${unitOf(origin).ko}${inclusive ? ' 이하여야' : '보다 작아야'} 합니다.`,
    en: `Too large or too long. It has to be ${inclusive ? 'at most' : 'less than'} ${String(maximum)}${unitOf(origin).en}.`,
  }),
  not_multiple_of: ({ divisor }) => ({
    ko: `${String(divisor)}의 배수여야 합니다. 값을 고치세요.`,
    en: `It has to be a multiple of ${String(divisor)}. Mend the value.`,
  }),
  unrecognized_keys: () => ({
    ko: '알 수 없는 항목입니다. 빼거나 이름을 고치세요.',
    en: 'This is an unknown field. Leave it out or mend its name.',
  }),
  invalid_union: () => ({
    ko: '정해진 어느 모양과도 맞지 않습니다. /docs의 예를 따라 보내세요.',
    en: 'It fits none of the known shapes. Follow the example at /docs.',
  }),
  invalid_key: () => ({
    ko: '항목의 이름이 맞지 않습니다. /docs에 있는 이름으로 보내세요.',
    en: 'The name of an entry does not fit. Use those at /docs.',
  }),
  invalid_element: () => ({
    ko: '목록에 맞지 않는 값이 있습니다. /docs의 예를 따라 보내세요.',
    en: 'A value of the list does not fit. Follow the example at /docs.',
  }),
  custom: ({ message }) => {
    const { ko, en } = toldOf(message) ?? AS_DOCUMENTED;
    return {
      ko: `이 항목의 규칙에 맞지 않습니다. 고쳐서 다시 보내세요: ${ko}`,
      en: `It breaks a rule of this field. Mend it and send it again: ${en}`,
    };
  },
};

export const wordsOf = <Code extends Issue['code']>(issue: Extract<Issue, { code: Code }>): Words =>
  (WORDS[issue.code as Code] as (one: typeof issue) => Words)(issue);
