const BETWEEN = ' · ';

/** What belongs at a place, in both languages. A schema keeps it as one text; `toldOf` takes it apart again. */
export const said = (ko: string, en: string): string => ko + BETWEEN + en;

/** Nothing for a text of the library’s own: that is for nobody. */
export function toldOf(message: string): Readonly<{ ko: string; en: string }> | undefined {
  const [ko, en, ...more] = message.split(BETWEEN);
  return ko === undefined || en === undefined || more.length > 0 ? undefined : { ko, en };
}

export const PAGE_CURSOR = said('이전 쪽에서 받은 cursor', 'the cursor of the page before');
export const DISTRICT_CODE = said('행정구역 코드 다섯 자리', 'five-digit administrative code');
export const DISEASE_CODE = said('영문 소문자로 된 감염병 코드', 'a disease code in lower case');
export const DAY_OF_OUR_TIME = said('1900년 이후의 날짜', 'a day from 1900 on');
export const NOT_BEFORE_THE_FIRST = said('첫날 또는 그 뒤의 날짜', 'the first day or one behind it');
