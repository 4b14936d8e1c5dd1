import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';

/** 증상 경과: how the patient is doing. `notImproved` is the storming's "symptomatic and not improving". */
export type Course = 'symptomFree' | 'improving' | 'notImproved';

export const SYMPTOM_CODES = [
  'fever',
  'cough',
  'dyspnoea',
  'soreThroat',
  'fatigue',
  'headache',
  'myalgia',
  'anosmia',
  'ageusia',
  'diarrhoea',
] as const;
export type SymptomCode = (typeof SYMPTOM_CODES)[number];
export type SymptomSeverity = 'mild' | 'moderate' | 'severe';
/** 증상: one symptom by its code, and how severe it is where somebody said so. */
export type Symptom = Readonly<{ code: SymptomCode; severity?: SymptomSeverity }>;

export type ReportChannel = 'sms' | 'staff' | 'telephone';

/** What a patient or a member of staff says about symptoms. Temperature in °C. */
export class SymptomReport {
  readonly course: Course;
  /** Undefined: nobody asked which. Empty: there is none. */
  readonly symptoms: readonly Symptom[] | undefined;
  readonly channel: ReportChannel;
  readonly temperatureCelsius: number | undefined;
  /** A fever reducer was taken in the hours before. */
  readonly antipyretic: boolean | undefined;
  /** No fever for so many hours, without a fever reducer, in the patient's own words. */
  readonly feverFreeForHours: number | undefined;
  readonly dateOfSymptomOnset: LocalDate | undefined;

  private constructor(report: SymptomReportFields) {
    this.course = report.course;
    this.symptoms = report.symptoms === undefined ? undefined : inOrder(report.symptoms);
    this.channel = report.channel;
    this.temperatureCelsius = report.temperatureCelsius;
    this.antipyretic = report.antipyretic;
    this.feverFreeForHours = report.feverFreeForHours;
    this.dateOfSymptomOnset = report.dateOfSymptomOnset;
    Object.freeze(this);
  }

  /** @throws InvalidValue for an unknown symptom code, symptoms of somebody free of them, a temperature outside 30–45 °C
   *   or impossible hours */
  static of(report: SymptomReportFields): SymptomReport {
    const known: readonly string[] = SYMPTOM_CODES;
    if (report.symptoms?.some(({ code }) => !known.includes(code))) {
      throw new InvalidValue('symptoms/code-unknown');
    }
    if (report.course === 'symptomFree' && (report.symptoms?.length ?? 0) > 0) {
      throw new InvalidValue('symptoms/contradict-course');
    }
    const celsius = report.temperatureCelsius;
    if (celsius !== undefined && !(celsius >= 30 && celsius <= 45)) {
      throw new InvalidValue('symptoms/temperature-impossible');
    }
    const hours = report.feverFreeForHours;
    if (hours !== undefined && !(hours >= 0 && hours <= 9_600)) {
      throw new InvalidValue('symptoms/hours-impossible');
    }
    return new SymptomReport(report);
  }
}

/** Each code once, with the severity told last, by code. */
function inOrder(symptoms: readonly Symptom[]): readonly Symptom[] {
  const byCode = new Map(symptoms.map((symptom) => [symptom.code, symptom]));
  return Object.freeze([...byCode.values()].sort((one, other) => (one.code < other.code ? -1 : 1)));
}

export type SymptomReportFields = Readonly<{
  course: Course;
  channel: ReportChannel;
  symptoms?: readonly Symptom[] | undefined;
  temperatureCelsius?: number | undefined;
  antipyretic?: boolean | undefined;
  feverFreeForHours?: number | undefined;
  dateOfSymptomOnset?: LocalDate | undefined;
}>;
