const SURNAMES = '김이박최정강조윤장임'.split('');
const SYLLABLES = '민서지하도예수은현재준성영태'.split('');
const DAYS = 25_000;
/** As many as there are names with a birth date. */
const PEOPLE = DAYS * SURNAMES.length * SYLLABLES.length ** 2;
/** More than any load sends in a second. */
const PER_SECOND = 2_400;

/** Nobody twice: of 49 million in a row no two have the same telephone, nor name and birth date. */
export function somebody(number: number) {
  const days = number % DAYS;
  const name = Math.floor(number / DAYS);
  const [surname, first, second] = [
    SURNAMES[name % SURNAMES.length],
    SYLLABLES[Math.floor(name / SURNAMES.length) % SYLLABLES.length],
    SYLLABLES[Math.floor(name / (SURNAMES.length * SYLLABLES.length)) % SYLLABLES.length],
  ];
  return {
    name: `${surname}${first}${second}`,
    birthDate: new Date(Date.UTC(1940, 0, 1 + days)).toISOString().slice(0, 10),
    sex: 'male',
    phone: `010${20_000_001 + (number % PEOPLE)}`,
    language: 'ko',
  } as const;
}

/** The first number of a process: one that begins later meets nobody whom this one has sent. */
export const beginning = (): number => (Math.floor(Date.now() / 1_000) * PER_SECOND) % PEOPLE;
