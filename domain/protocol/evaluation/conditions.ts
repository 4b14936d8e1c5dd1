import { startOfDay } from '../../shared-kernel/calendar.ts';
import type { Condition, FactCondition, FactName } from '../language/condition.ts';
import { FACTS } from '../language/condition.ts';
import type { Known } from './known.ts';
import { severityRank } from './known.ts';

/** Unknown while a fact that decides is missing. */
export type Truth = boolean | undefined;
export type FactValue = boolean | number | string | readonly string[];

/** What a condition came to; `turnsAt` collects the moments at which time alone may turn it. */
export type Answers = Readonly<{
  /** The value of a fact at the moment; undefined when nobody knows it. */
  valueOf: (fact: string) => FactValue | undefined;
  /** For facts that count days: the day from which they count. */
  countedFrom?: (fact: string) => number | undefined;
}>;

/** Facts that a condition has looked at, for the explanation. */
export type Looked = Map<string, FactValue | undefined>;

/** Kleene's three-valued logic over the facts. */
export function holds(condition: Condition, answers: Answers, looked: Looked, turnsAt: number[]): Truth {
  if ('all' in condition) {
    return condition.all.reduce<Truth>(
      (sofar, one) => and(sofar, holds(one, answers, looked, turnsAt)),
      true,
    );
  }
  if ('any' in condition) {
    return condition.any.reduce<Truth>(
      (sofar, one) => or(sofar, holds(one, answers, looked, turnsAt)),
      false,
    );
  }
  if ('not' in condition) {
    const inner = holds(condition.not, answers, looked, turnsAt);
    return inner === undefined ? undefined : !inner;
  }
  return factHolds(condition, answers, looked, turnsAt);
}

/** Facts for lack of which a condition is unknown; none when it is not. */
export function missingFacts(condition: Condition, answers: Answers): readonly string[] {
  if (holds(condition, answers, new Map(), []) !== undefined) return [];
  if ('all' in condition) return [...new Set(condition.all.flatMap((one) => missingFacts(one, answers)))];
  if ('any' in condition) return [...new Set(condition.any.flatMap((one) => missingFacts(one, answers)))];
  return 'not' in condition ? missingFacts(condition.not, answers) : [condition.fact];
}

const and = (one: Truth, other: Truth): Truth =>
  one === false || other === false ? false : one === undefined || other === undefined ? undefined : true;
const or = (one: Truth, other: Truth): Truth =>
  one === true || other === true ? true : one === undefined || other === undefined ? undefined : false;

function factHolds(condition: FactCondition, answers: Answers, looked: Looked, turnsAt: number[]): Truth {
  const { fact } = condition;
  const value = answers.valueOf(fact);
  looked.set(fact, value);
  const from = answers.countedFrom?.(fact);
  if (from !== undefined) turnsAt.push(...thresholds(condition).map((days) => startOfDay(from + days)));
  return value === undefined ? undefined : fits(condition, value);
}

/** Unknown too where the value is of another kind than the condition asks about. */
function fits({ is, in: any, includes, equals, atLeast, atMost }: FactCondition, value: FactValue): Truth {
  if (equals !== undefined || atLeast !== undefined || atMost !== undefined) {
    if (typeof value !== 'number') return undefined;
    return (
      (equals === undefined || value === equals) &&
      (atLeast === undefined || value >= atLeast) &&
      (atMost === undefined || value <= atMost)
    );
  }
  if (includes !== undefined) return Array.isArray(value) ? value.includes(includes) : undefined;
  if (is !== undefined && typeof is !== typeof value) return undefined;
  if (any !== undefined && typeof value !== 'string') return undefined;
  return (is === undefined || value === is) && (any === undefined || any.includes(value as string));
}

/** The counts of days at which the condition may turn. */
function thresholds({ equals, atLeast, atMost }: FactCondition): number[] {
  return [
    ...(equals === undefined ? [] : [equals, equals + 1]),
    ...(atLeast === undefined ? [] : [atLeast]),
    ...(atMost === undefined ? [] : [atMost + 1]),
  ];
}

/** The facts of a case or contact at a moment (its day in Seoul). */
export function factsOf(known: Known, today: number): Answers {
  const { history } = known;
  const lastDose = known.doses?.[known.doses.length - 1];
  return {
    valueOf: (fact) => {
      if (!Object.hasOwn(FACTS, fact)) return own(history.attributes, fact);
      return builtIn(fact as FactName, known, today, lastDose);
    },
    countedFrom: (fact) => (fact === 'daysSinceLastDose' ? lastDose : undefined),
  };
}

const own = (
  attributes: Readonly<Record<string, FactValue>> | undefined,
  fact: string,
): FactValue | undefined =>
  attributes !== undefined && Object.hasOwn(attributes, fact) ? attributes[fact] : undefined;

function builtIn(
  fact: FactName,
  known: Known,
  today: number,
  lastDose: number | undefined,
): FactValue | undefined {
  const { history, reports, severities, stays, tests } = known;
  const latest = reports?.[reports.length - 1];
  switch (fact) {
    case 'symptomatic':
      return known.symptomatic;
    case 'course':
      return latest?.course;
    case 'symptoms':
      return latest?.symptoms;
    case 'severity':
      return severities?.[severities.length - 1];
    case 'worstSeverity':
      return severities === undefined || severities.length === 0
        ? undefined
        : severities.reduce((worst, one) => (severityRank(one) > severityRank(worst) ? one : worst));
    case 'everCritical':
      return known.everCritical;
    case 'inPatient':
      return stays?.some(({ until }) => until === undefined);
    case 'everInPatient':
      return stays === undefined ? undefined : stays.length > 0;
    case 'age':
      return history.age;
    case 'doses':
      return known.doses?.length;
    case 'daysSinceLastDose':
      // No dose at all: longer ago than any rule asks for, in either direction, cannot be said with a number.
      return lastDose === undefined ? undefined : today - lastDose;
    case 'riskFactors':
      return history.riskFactors;
    case 'hadDiseaseBefore':
      return history.hadDiseaseBefore;
    case 'exposureSettings':
      return known.exposures?.flatMap(({ setting }) => (setting === undefined ? [] : [setting]));
    case 'exposureGrade':
      return gradeOf(known);
    case 'arrival':
      return known.arrivedDay !== undefined;
    case 'sourceCaseReleased':
      return known.sourceCaseReleasedAt !== undefined;
    case 'everTestedPositive':
      return tests?.some(({ result }) => result === 'positive');
  }
}

/** The grade of the latest exposure that has one. */
function gradeOf({ exposures }: Known): string | undefined {
  return exposures
    ?.filter(({ grade }) => grade !== undefined)
    .sort((one, other) => one.last - other.last || ((one.grade ?? '') < (other.grade ?? '') ? -1 : 1))
    .at(-1)?.grade;
}
