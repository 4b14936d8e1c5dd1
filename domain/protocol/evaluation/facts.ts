import { dayOf, dayText } from '../../shared-kernel/calendar.ts';
import { FACTS, type FactName } from '../language/condition.ts';
import type { Anchor } from '../language/day-count.schema.ts';
import { anchorDay } from './anchors.ts';
import type { Answers, FactValue } from './conditions.ts';
import { severityRank, type Known, type KnownExposure } from './known.ts';

/** The facts of a case or contact at a moment (its day in Seoul). */
export class FactsAt implements Answers {
  readonly #known: Known;
  readonly #today: number;

  constructor(known: Known, today: number) {
    this.#known = known;
    this.#today = today;
  }

  valueOf(fact: string, asOf?: Anchor): FactValue | undefined {
    if (!Object.hasOwn(FACTS, fact)) return own(this.#known.history.attributes, fact);
    const day = asOf === undefined ? this.#today : anchorDay(asOf, this.#known);
    return day === undefined ? undefined : builtIn(fact as FactName, this.#known, day);
  }

  /** For facts that count days: the day from which they count. */
  countedFrom(fact: string): number | undefined {
    switch (fact) {
      case 'daysSinceLastDose':
        return this.#known.doses?.at(-1);
      case 'daysSinceArrival':
        return this.#known.arrivedDay;
      case 'daysSinceLastContact':
        return anchorDay('lastContact', this.#known);
      default:
        return undefined;
    }
  }
}

const own = (
  attributes: Readonly<Record<string, FactValue>> | undefined,
  fact: string,
): FactValue | undefined =>
  attributes !== undefined && Object.hasOwn(attributes, fact) ? attributes[fact] : undefined;

const daysSince = (from: number | undefined, day: number): number | undefined =>
  from === undefined ? undefined : day - from;

const asDate = (day: number | undefined): string | undefined =>
  day === undefined ? undefined : dayText(day);

function builtIn(fact: FactName, known: Known, day: number): FactValue | undefined {
  const { history, reports, severities, stays, tests, exposures } = known;
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
      return known.doses?.filter((dose) => dose <= day).length;
    case 'daysSinceLastDose':
      return daysSince(
        known.doses?.findLast((dose) => dose <= day),
        day,
      );
    case 'riskFactors':
      return history.riskFactors;
    case 'hadDiseaseBefore':
      return history.hadDiseaseBefore;
    case 'confirmedOn':
      return known.confirmedAt === undefined ? undefined : dayText(dayOf(known.confirmedAt));
    case 'onsetOn':
      return asDate(known.onsetDay);
    case 'isolationStartedOn':
      return asDate(known.isolationStartedDay);
    case 'exposureSettings':
      return exposures?.flatMap(({ setting }) => (setting === undefined ? [] : [setting]));
    case 'exposureGrade':
      return latestGrade(exposures);
    case 'exposureGrades':
      return gradesOf(exposures);
    case 'arrival':
      return known.arrivedDay !== undefined;
    case 'daysSinceArrival':
      return daysSince(known.arrivedDay, day);
    case 'daysSinceLastContact':
      return daysSince(anchorDay('lastContact', known), day);
    case 'sourceCaseReleased':
      return known.sourceCaseReleasedAt !== undefined;
    case 'firstSourceCaseReleased':
      return firstSourceReleased(known);
    case 'everTestedPositive':
      return tests?.some(({ result }) => result === 'positive');
  }
}

/** The grade of the latest exposure that has one. */
const latestGrade = (exposures: readonly KnownExposure[] | undefined): string | undefined =>
  exposures
    ?.filter(({ grade }) => grade !== undefined)
    .sort((one, other) => one.last - other.last || ((one.grade ?? '') < (other.grade ?? '') ? -1 : 1))
    .at(-1)?.grade;

/** Nobody has graded any exposure yet: unknown, not none. */
function gradesOf(exposures: readonly KnownExposure[] | undefined): readonly string[] | undefined {
  const grades = exposures?.flatMap(({ grade }) => (grade === undefined ? [] : [grade]));
  return grades?.length === 0 && exposures?.length !== 0 ? undefined : grades;
}

/** Of exposures that began on the same day, all: nobody is freed by the order in which they were written down. */
function firstSourceReleased({ exposures, at }: Known): boolean | undefined {
  if (exposures === undefined || exposures.length === 0) return undefined;
  const first = Math.min(...exposures.map((one) => one.first));
  return exposures
    .filter((one) => one.first === first)
    .every(({ sourceReleasedAt }) => (sourceReleasedAt ?? Infinity) <= at);
}
