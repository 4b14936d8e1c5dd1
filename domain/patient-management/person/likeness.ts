import type { Sex } from './personal-values.ts';

/** What two records are compared by. `birthDate` as YYYY-MM-DD, `phone` as E.164, `nameKey` as `nameKeyOf` makes it. */
export type LikenessFacts = Readonly<{ nameKey: string; birthDate: string; phone: string; sex: Sex }>;

export type LikenessReason =
  'phone-same' | 'birth-date-same' | 'name-same' | 'name-similar' | 'sex-same' | 'sex-differs';

/** `score` from 0 to 1, to the thousandth; `reasons` in a fixed order. */
export type Likeness = Readonly<{ score: number; reasons: readonly LikenessReason[] }>;

/** Thousandths; together 1,000. An unknown sex counts half, so that knowing less never speaks against somebody. */
const WEIGHT = { phone: 400, birthDate: 400, name: 150, sex: 50 };
const SIMILAR = 0.75;

/** A name for comparing and looking up: without spaces, in lower case, NFC. */
export const nameKeyOf = (name: string): string => name.replace(/\s+/gu, '').toLowerCase().normalize('NFC');

/**
 * How likely two records are one human being. Symmetric, total, the same every time; nothing is likelier than the record
 * itself. An empty value is no evidence. It proposes; a person decides.
 */
export function likeness(one: LikenessFacts, other: LikenessFacts): Likeness {
  const samePhone = isSame(one.phone, other.phone);
  const sameBirthDate = isSame(one.birthDate, other.birthDate);
  const name = nameSimilarity(one.nameKey, other.nameKey);
  const sexKnown = one.sex !== 'unknown' && other.sex !== 'unknown';
  const sexShare = sexKnown ? Number(one.sex === other.sex) : 0.5;
  const thousandths =
    (samePhone ? WEIGHT.phone : 0) +
    (sameBirthDate ? WEIGHT.birthDate : 0) +
    name * WEIGHT.name +
    sexShare * WEIGHT.sex;
  const found: readonly (readonly [LikenessReason, boolean])[] = [
    ['phone-same', samePhone],
    ['birth-date-same', sameBirthDate],
    ['name-same', name === 1],
    ['name-similar', name >= SIMILAR && name < 1],
    ['sex-same', sexKnown && sexShare === 1],
    ['sex-differs', sexKnown && sexShare === 0],
  ];
  return {
    score: Math.round(thousandths) / 1_000,
    reasons: found.filter(([, holds]) => holds).map(([reason]) => reason),
  };
}

const isSame = (one: string, other: string): boolean => one !== '' && one === other;

/** 1 minus the share of jamo, or letters, that differ: 길동 and 길둥 differ by one jamo of six. */
function nameSimilarity(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  if (a.length === 0 || b.length === 0) return 0;
  return 1 - editDistance(a, b) / Math.max(a.length, b.length);
}

/** Canonical decomposition takes a Hangul syllable apart into its jamo, and a Latin letter from its accent. */
const lettersOf = (nameKey: string): readonly string[] => [...nameKeyOf(nameKey).normalize('NFD')];

/** Levenshtein: insertions, deletions and replacements of one letter. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  one.forEach((letter, row) => {
    const line = [row + 1];
    other.forEach((theirs, column) => {
      const replaced = (above[column] ?? 0) + Number(letter !== theirs);
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    });
    above = line;
  });
  return above[other.length] ?? 0;
}
