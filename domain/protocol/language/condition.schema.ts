import { z } from '../../shared-kernel/schema.ts';
import { ANCHORS } from './day-count.schema.ts';
import { EXPOSURE_FACTS, FACTS, SUPPORT_FACTS, type Condition, type FactType } from './condition.ts';

export type FactTypes = Readonly<Record<string, FactType>>;
type Tell = (path: readonly PropertyKey[], message: string) => void;

const OPERATORS = {
  truth: ['is'],
  number: ['equals', 'atLeast', 'atMost'],
  code: ['is', 'in'],
  codes: ['includes'],
  date: ['before', 'onOrAfter'],
} as const;
const ALL_OPERATORS: readonly string[] = [...new Set(Object.values(OPERATORS).flat())];
/** Facts that may be asked as of another day. */
const AS_OF_FACTS: readonly string[] = ['doses', 'daysSinceLastDose'];
const DEEPEST = 8;

/**
 * A condition, checked as far as it can be without the document's own facts: those are checked where the whole document
 * is (`conditionFaults`).
 */
export const condition = z.custom<Condition>().superRefine((given, context) => {
  conditionFaults(given, undefined, (path, message) =>
    context.addIssue({ code: 'custom', path: [...path], message }),
  );
});

/** Tells every fault of a condition with its place. `facts` undefined: names and values of facts are not checked. */
export function conditionFaults(
  given: unknown,
  facts: FactTypes | undefined,
  tell: Tell,
  path: readonly PropertyKey[] = [],
): void {
  if (path.length > DEEPEST * 2) return tell(path, `a condition may be at most ${DEEPEST} levels deep`);
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    return tell(path, 'a condition is an object: {all}, {any}, {not} or {fact, …}');
  }
  const keys = Object.keys(given);
  const holder = given as Readonly<Record<string, unknown>>;
  for (const list of ['all', 'any'] as const) {
    if (!keys.includes(list)) continue;
    if (keys.length > 1) return tell(path, `${list} stands alone in its object`);
    const inner = holder[list];
    if (!Array.isArray(inner) || inner.length === 0)
      return tell([...path, list], `${list} holds at least one condition`);
    inner.forEach((one, index) => conditionFaults(one, facts, tell, [...path, list, index]));
    return;
  }
  if (keys.includes('not')) {
    if (keys.length > 1) return tell(path, 'not stands alone in its object');
    return conditionFaults(holder['not'], facts, tell, [...path, 'not']);
  }
  if (typeof holder['fact'] !== 'string')
    return tell(path, 'unknown condition: expected all, any, not or fact');
  factFaults(holder, facts, tell, path);
}

/** As many as a reader takes in. */
const named = (names: readonly string[]): string =>
  names.length <= 40 ? names.join(', ') : `${names.slice(0, 40).join(', ')} and ${names.length - 40} more`;

function factFaults(
  holder: Readonly<Record<string, unknown>>,
  facts: FactTypes | undefined,
  tell: Tell,
  path: readonly PropertyKey[],
): void {
  const given = Object.keys(holder).filter((key) => key !== 'fact' && key !== 'asOf');
  asOfFaults(holder, tell, path);
  for (const key of given) {
    if (!ALL_OPERATORS.includes(key))
      tell([...path, key], `unknown operator: expected one of ${ALL_OPERATORS.join(', ')}`);
  }
  if (given.length === 0) return tell(path, `say what the fact must be: ${ALL_OPERATORS.join(', ')}`);
  if (facts === undefined) return;
  const name = holder['fact'] as string;
  const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (fact === undefined)
    return tell([...path, 'fact'], `unknown fact: expected one of ${named(Object.keys(facts))}`);
  const allowed: readonly string[] = OPERATORS[fact.type];
  for (const key of given.filter((key) => ALL_OPERATORS.includes(key))) {
    if (allowed.includes(key)) valueFaults(name, fact, holder[key], key, tell, [...path, key]);
    else tell([...path, key], `not for a ${fact.type}: expected ${allowed.join(', ')}`);
  }
}

function asOfFaults(
  { fact, asOf }: Readonly<Record<string, unknown>>,
  tell: Tell,
  path: readonly PropertyKey[],
): void {
  if (asOf === undefined) return;
  if (!ANCHORS.some((anchor) => anchor === asOf)) {
    tell([...path, 'asOf'], `unknown anchor: expected one of ${ANCHORS.join(', ')}`);
  } else if (!AS_OF_FACTS.includes(String(fact))) {
    tell([...path, 'asOf'], `not for this fact: expected ${AS_OF_FACTS.join(', ')}`);
  }
}

function valueFaults(
  name: string,
  fact: FactType,
  value: unknown,
  operator: string,
  tell: Tell,
  path: readonly PropertyKey[],
): void {
  switch (fact.type) {
    case 'truth':
      if (typeof value !== 'boolean') tell(path, 'expected true or false');
      return;
    case 'number':
      if (
        name.startsWith('daysSince') &&
        !(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 36_500)
      ) {
        return tell(path, 'expected whole days, 0 to 36500');
      }
      if (typeof value !== 'number' || !Number.isFinite(value)) tell(path, 'expected a number');
      return;
    case 'date':
      if (typeof value !== 'string' || !z.iso.date().safeParse(value).success)
        tell(path, 'expected a day, YYYY-MM-DD');
      return;
    case 'code':
    case 'codes': {
      const values = operator === 'in' ? value : [value];
      if (!Array.isArray(values) || values.length === 0) return tell(path, 'expected a list of codes');
      values.forEach((one, index) => {
        const place = operator === 'in' ? [...path, index] : path;
        if (typeof one !== 'string') tell(place, 'expected a code');
        else if (fact.values !== undefined && !fact.values.includes(one)) {
          tell(place, `unknown code: expected one of ${named(fact.values)}`);
        }
      });
    }
  }
}

export const caseFacts = (declared: FactTypes): FactTypes => ({ ...FACTS, ...declared });
export const exposureFacts = (declared: FactTypes): FactTypes => ({ ...EXPOSURE_FACTS, ...declared });
export const supportFacts = (declared: FactTypes): FactTypes => ({ ...FACTS, ...SUPPORT_FACTS, ...declared });
