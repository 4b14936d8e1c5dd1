import type { Words } from '../problem.ts';
import { inSeoul } from '../words.ts';

type Value = boolean | number | string | readonly string[] | null | undefined;

/** A moment in a sentence: Seoul's day and time. A day stays a day. */
export const when = (moment: string): string =>
  moment.includes('T') ? inSeoul(moment).slice(0, 16).replace('T', ' ') : moment;

/** How long something waits; nothing where time alone ends nothing. */
export const waitsUntil = (moment: string | null): Words | undefined =>
  moment === null ? undefined : { ko: `${when(moment)}까지 기다립니다.`, en: `Waits until ${when(moment)}.` };

export const NOT_KNOWN: Words = { ko: '모름', en: 'not known' };

/** The moment or day that a fact holds; nothing where it is not known. */
export const dated = (value: Value): string | undefined =>
  typeof value === 'string' ? when(value) : undefined;

/** A number that a rule or a fact gives; a mark where an older verdict has none. */
export const amount = (value: Value): string => (typeof value === 'number' ? String(value) : '–');

export const sentences = (...parts: readonly (Words | undefined)[]): Words => {
  const said = parts.filter((one) => one !== undefined);
  return { ko: said.map(({ ko }) => ko).join(' '), en: said.map(({ en }) => en).join(' ') };
};

export const listed = (parts: readonly Words[], { ko, en }: Words = { ko: ', ', en: ', ' }): Words => ({
  ko: parts.map((one) => one.ko).join(ko),
  en: parts.map((one) => one.en).join(en),
});
