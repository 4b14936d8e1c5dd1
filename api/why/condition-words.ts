import type { Condition, FactCondition } from '../../domain/protocol/language/condition.ts';
import type { ExplainedCriterion } from '../../domain/protocol/evaluation/release.ts';
import type { Words } from '../problem.ts';
import { ANCHOR_WORDS } from './anchor-words.ts';
import { factWords, type FactWords } from './fact-words.ts';
import { listed, NOT_KNOWN } from './spelt.ts';

type Facts = ExplainedCriterion['facts'];

const NONE: Words = { ko: '없음', en: 'none' };
const AND: Words = { ko: ', 그리고 ', en: ', and ' };
const OR: Words = { ko: ', 또는 ', en: ', or ' };

/** A condition with each fact that it asks for, and what that is now. */
export function conditionWords(condition: Condition, facts: Facts, isPart = false): Words {
  if ('all' in condition) return joined(condition.all, AND, facts, isPart);
  if ('any' in condition) return joined(condition.any, OR, facts, isPart);
  if ('not' in condition) {
    const { ko, en } = conditionWords(condition.not, facts);
    return { ko: `다음에 해당하지 않음: [${ko}]`, en: `not: [${en}]` };
  }
  const asked = askedFor(condition);
  const now = valueWords(condition.fact, facts[condition.fact]);
  return { ko: `${asked.ko}(현재: ${now.ko})`, en: `${asked.en} (now: ${now.en})` };
}

function joined(parts: readonly Condition[], by: Words, facts: Facts, isPart: boolean): Words {
  const all = listed(
    parts.map((one) => conditionWords(one, facts, true)),
    by,
  );
  return isPart && parts.length > 1 ? { ko: `[${all.ko}]`, en: `[${all.en}]` } : all;
}

/** Facts alone, where the version that asked for them cannot be read. */
export const factsInWords = (facts: Facts): Words =>
  listed(
    Object.entries(facts).map(([fact, value]) => {
      const { name } = factWords(fact);
      const now = valueWords(fact, value);
      return { ko: `${name.ko}: ${now.ko}`, en: `${name.en}: ${now.en}` };
    }),
  );

/** What a fact is, as one says it. */
export function valueWords(fact: string, value: Facts[string] | undefined): Words {
  const known = factWords(fact);
  if (value === null || value === undefined) return NOT_KNOWN;
  if (typeof value === 'boolean') return truthWords(known, value);
  if (typeof value === 'number') return counted(known, value);
  if (typeof value === 'string') return codeWords(known, value);
  return value.length === 0 ? NONE : listed(value.map((one) => codeWords(known, one)));
}

const truthWords = ({ so, not }: FactWords, value: boolean): Words =>
  (value ? so : not) ?? (value ? { ko: '예', en: 'yes' } : { ko: '아니요', en: 'no' });
const codeWords = ({ values }: FactWords, code: string): Words => values?.[code] ?? { ko: code, en: code };
const counted = ({ unit }: FactWords, value: number): Words => ({
  ko: `${value}${unit?.ko ?? ''}`,
  en: `${value}${unit?.en ?? ''}`,
});

function askedFor(condition: FactCondition): Words {
  const known = factWords(condition.fact);
  const { is, asOf } = condition;
  const asked =
    typeof is === 'boolean' && known.so !== undefined ? truthWords(known, is) : named(known, condition);
  if (asOf === undefined) return asked;
  const { ko, en } = ANCHOR_WORDS[asOf];
  return { ko: `${ko} 기준 ${asked.ko}`, en: `${asked.en} on the ${en}` };
}

function named(known: FactWords, condition: FactCondition): Words {
  const bounds = listed(boundsOf(known, condition));
  return { ko: `${known.name.ko} ${bounds.ko}`, en: `${known.name.en}: ${bounds.en}` };
}

function boundsOf(known: FactWords, condition: FactCondition): readonly Words[] {
  const { is, in: any, includes, equals, atLeast, atMost, before, onOrAfter } = condition;
  const one = (
    value: Words | undefined,
    ko: (text: string) => string,
    en: (text: string) => string,
  ): Words[] => (value === undefined ? [] : [{ ko: ko(value.ko), en: en(value.en) }]);
  const number = (value: number | undefined): Words | undefined =>
    value === undefined ? undefined : counted(known, value);
  const text = (value: string | undefined): Words | undefined =>
    value === undefined ? undefined : codeWords(known, value);
  const same = (said: string): string => said;
  return [
    ...one(typeof is === 'boolean' ? truthWords(known, is) : text(is), same, same),
    ...one(
      any === undefined ? undefined : listed(any.map((code) => codeWords(known, code))),
      (said) => `${said} 중 하나`,
      (said) => `one of ${said}`,
    ),
    ...one(
      text(includes),
      (said) => `${said} 포함`,
      (said) => `among them ${said}`,
    ),
    ...one(number(equals), same, (said) => `exactly ${said}`),
    ...one(
      number(atLeast),
      (said) => `${said} 이상`,
      (said) => `at least ${said}`,
    ),
    ...one(
      number(atMost),
      (said) => `${said} 이하`,
      (said) => `at most ${said}`,
    ),
    ...one(
      text(before),
      (said) => `${said} 전`,
      (said) => `before ${said}`,
    ),
    ...one(
      text(onOrAfter),
      (said) => `${said} 이후`,
      (said) => `on or after ${said}`,
    ),
  ];
}
