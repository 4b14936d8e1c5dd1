import { initialOf } from '../../shared-kernel/hangul.ts';
import { nameKeyOf, type LikenessFacts } from './likeness.ts';
import type { PersonalValues } from './personal-values.ts';

/** What of a person is looked up: only keyed hashes of these are stored. */
export type SearchTerm = `${'name' | 'initials' | 'word' | 'born' | 'phone' | 'whole'}:${string}`;

const SHORTEST = 2;
/** Longer beginnings are found by the whole name. */
const LONGEST = 10;

/** Every term under which a person is found, each once; none where a list told nothing of them. */
export function searchTermsOf({ name, birthDate, phone }: PersonalValues): readonly SearchTerm[] {
  return [
    ...(name === undefined ? [] : termsNaming(name)),
    ...(birthDate === undefined ? [] : [termOfBirth(birthDate)]),
    ...(phone === undefined ? [] : [termOfPhone(phone)]),
  ];
}

function termsNaming(name: string): readonly SearchTerm[] {
  const key = nameKeyOf(folded(name));
  const syllables = leadingSyllables(key);
  const isHangul = syllables.length === [...key].length;
  const initials = syllables.map((one) => initialOf(one) ?? '');
  return [
    ...new Set<SearchTerm>([
      ...(isHangul ? ([`name:${key}`] as const) : wordsOf(name)),
      ...beginningsOf(syllables).map((text) => `name:${text}` as const),
      ...beginningsOf(initials).map((text) => `initials:${text}` as const),
    ]),
  ];
}

/** What somebody looked for by that name has: a Korean name or how it begins; of any other writing, each word. */
export function termsOfName(name: string): readonly SearchTerm[] {
  const key = nameKeyOf(folded(name));
  return leadingSyllables(key).length === [...key].length ? [`name:${key}`] : wordsOf(name);
}

/** ㅎㄱㄷ, or how it begins. */
export const termOfInitials = (initials: string): SearchTerm => `initials:${initials}`;
export const termOfBirth = (birthDate: string): SearchTerm => `born:${birthDate}`;
export const termOfPhone = (e164: string): SearchTerm => `phone:${e164}`;
/** All by which two reports certainly tell of one person. Nobody is searched by it. */
export const termOfWhole = ({ nameKey, birthDate, phone }: LikenessFacts): SearchTerm =>
  `whole:${nameKey}\n${birthDate}\n${phone}`;

function leadingSyllables(key: string): readonly string[] {
  const letters = [...key];
  const end = letters.findIndex((letter) => initialOf(letter) === undefined);
  return end === -1 ? letters : letters.slice(0, end);
}

const beginningsOf = (letters: readonly string[]): readonly string[] =>
  letters
    .slice(0, LONGEST)
    .map((_, index) => letters.slice(0, index + 1).join(''))
    .slice(SHORTEST - 1);

const wordsOf = (name: string): readonly SearchTerm[] =>
  folded(name)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `word:${word}` as const);

/** Latin letters lose their accents: José is found as Jose. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC');
