import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { LocalDate } from '../../shared-kernel/local-date.ts';

/** How lists write a day. The order of day and month cannot be told from a single one: a map says it. */
export const DAY_FORMATS = ['YYYY-MM-DD', 'YYYY.MM.DD', 'YYYYMMDD', 'M/D/YYYY', 'D/M/YYYY'] as const;
export type DayFormat = (typeof DAY_FORMATS)[number];

type Parts = readonly [year: string, month: string, day: string];
const READERS: Readonly<Record<DayFormat, (text: string) => Parts | undefined>> = {
  /** Also with a time of day behind it: the day is as it stands there. */
  'YYYY-MM-DD': (text) => inOrder(/^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/, text),
  'YYYY.MM.DD': (text) => inOrder(/^(\d{4})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{1,2})\.?$/, text),
  YYYYMMDD: (text) => inOrder(/^(\d{4})(\d{2})(\d{2})$/, text),
  'M/D/YYYY': (text) => turned(text, ([month, day, year]) => [year, month, day]),
  'D/M/YYYY': (text) => turned(text, ([day, month, year]) => [year, month, day]),
};
const UNMISTAKABLE: readonly DayFormat[] = ['YYYY-MM-DD', 'YYYY.MM.DD', 'YYYYMMDD'];

/** Nothing for a blank cell. */
export function dayIn(text: string, format?: DayFormat): LocalDate | 'malformed' | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  for (const one of format === undefined ? UNMISTAKABLE : [format]) {
    const parts = READERS[one](said);
    if (parts !== undefined) return dayOf(parts);
  }
  return 'malformed';
}

/** By so many lines is told how a list writes its days. */
const SAMPLE = 200;
/** So many of a hundred have to agree: single cells are wrong in any list. */
const AGREEING = 0.8;

/** The one way in which most of these can be read, where they need one to be named. */
export function formatOf(cells: readonly string[]): DayFormat | undefined {
  const said = cells.slice(0, SAMPLE).filter((cell) => cell.trim() !== '');
  const read = (format?: DayFormat): number =>
    said.filter((cell) => dayIn(cell, format) instanceof LocalDate).length;
  const [best, second] = DAY_FORMATS.map((format) => ({ format, count: read(format) })).toSorted(
    (one, other) => other.count - one.count,
  );
  if (best === undefined || best.count === 0 || best.count === second?.count || read() >= best.count)
    return undefined;
  return best.count >= said.length * AGREEING ? best.format : undefined;
}

function inOrder(pattern: RegExp, text: string): Parts | undefined {
  const [, year, month, day] = pattern.exec(text) ?? [];
  return year === undefined || month === undefined || day === undefined ? undefined : [year, month, day];
}

function turned(text: string, order: (parts: Parts) => Parts): Parts | undefined {
  const [, one, two, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  return one === undefined || two === undefined || year === undefined ? undefined : order([one, two, year]);
}

function dayOf([year, month, day]: Parts): LocalDate | 'malformed' {
  try {
    return LocalDate.of(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch (error) {
    if (error instanceof InvalidValue) return 'malformed';
    throw error;
  }
}
