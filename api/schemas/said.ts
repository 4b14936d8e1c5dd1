const BETWEEN = ' · ';

/** What belongs at a place, in both languages. A schema keeps it as one text; `toldOf` takes it apart again. */
export const said = (ko: string, en: string): string => ko + BETWEEN + en;

/** Nothing for a text of the library’s own: that is for nobody. */
export function toldOf(message: string): Readonly<{ ko: string; en: string }> | undefined {
  const [ko, en, ...more] = message.split(BETWEEN);
  return ko === undefined || en === undefined || more.length > 0 ? undefined : { ko, en };
}

export const PAGE_CURSOR = said('이전 쪽에서 받은 cursor', 'the cursor of the page before');
export const NOT_BEFORE_THE_FIRST = said('첫날 또는 그 뒤의 날짜', 'the first day or one behind it');
