import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import { PhoneNumber } from '../../shared-kernel/phone-number.ts';
import { likeness, nameKeyOf, type LikenessFacts, type LikenessReason } from './likeness.ts';
import type { PersonalValues } from './personal-values.ts';

export type Resemblance = Readonly<{
  /** `certain`: one human being. `doubtful`: a person decides. */
  standing: 'certain' | 'doubtful';
  score: number;
  reasons: readonly ('registry-number-same' | LikenessReason)[];
}>;

/** All of them together are nobody else's. */
const CERTAIN: readonly LikenessReason[] = ['phone-same', 'birth-date-same', 'name-same'];
/** Name and birth date without the telephone, or a telephone with a name or a birth date. */
const DOUBTFUL_FROM = 0.55;

type Values = Pick<PersonalValues, 'sex'> &
  Readonly<Partial<Record<'name' | 'birthDate' | 'phone', string | undefined>>>;

/** What two records are compared by. What is missing, or none, is no evidence. */
export const likenessFactsOf = ({ name = '', birthDate = '', phone = '', sex }: Values): LikenessFacts => ({
  nameKey: nameKeyOf(name),
  birthDate: /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : '',
  phone: numberOf(phone),
  sex,
});

export function resemblance(
  one: LikenessFacts,
  other: LikenessFacts,
  sameRegistryNumber = false,
): Resemblance | undefined {
  const { score, reasons } = likeness(one, other);
  if (sameRegistryNumber) {
    const standing = contradict(one, other, reasons) ? 'doubtful' : 'certain';
    return { standing, score, reasons: ['registry-number-same', ...reasons] };
  }
  if (CERTAIN.every((reason) => reasons.includes(reason)) && !reasons.includes('sex-differs'))
    return { standing: 'certain', score, reasons };
  return score >= DOUBTFUL_FROM ? { standing: 'doubtful', score, reasons } : undefined;
}

/** The likeliest; where several are certain, they are two records of one person or of two: a person decides. */
export function likeliest<One extends Resemblance>(found: readonly One[]): One | undefined {
  const [best, second] = found.toSorted((one, other) => rankOf(other) - rankOf(one));
  if (best?.standing === 'certain' && second?.standing === 'certain')
    return { ...best, standing: 'doubtful' };
  return best;
}

const rankOf = ({ standing, score }: Resemblance): number => (standing === 'certain' ? 1 : 0) + score;

/** The registry's number is one person's, unless a digit is wrong. */
function contradict(one: LikenessFacts, other: LikenessFacts, reasons: readonly LikenessReason[]): boolean {
  const bothSay = (field: 'nameKey' | 'birthDate'): boolean => one[field] !== '' && other[field] !== '';
  const otherName = bothSay('nameKey') && !reasons.includes('name-same') && !reasons.includes('name-similar');
  return otherName || (bothSay('birthDate') && !reasons.includes('birth-date-same'));
}

function numberOf(text: string): string {
  try {
    return text === '' ? '' : PhoneNumber.of(text).e164;
  } catch (error) {
    if (error instanceof InvalidValue) return '';
    throw error;
  }
}
