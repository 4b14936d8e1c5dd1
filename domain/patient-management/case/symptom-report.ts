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

export type ReportChannel = 'sms' | 'staff' | 'telephone';

/** What a patient or a member of staff says about symptoms. Temperature in °C. */
export class SymptomReport {
  readonly course: Course;
  readonly symptoms: readonly SymptomCode[];
  readonly channel: ReportChannel;
  readonly temperatureCelsius: number | undefined;
  readonly dateOfSymptomOnset: LocalDate | undefined;

  private constructor(report: SymptomReportFields) {
    this.course = report.course;
    this.symptoms = Object.freeze([...new Set(report.symptoms ?? [])].sort());
    this.channel = report.channel;
    this.temperatureCelsius = report.temperatureCelsius;
    this.dateOfSymptomOnset = report.dateOfSymptomOnset;
    Object.freeze(this);
  }

  /** @throws InvalidValue for an unknown symptom code or a temperature outside 30–45 °C */
  static of(report: SymptomReportFields): SymptomReport {
    const known: readonly string[] = SYMPTOM_CODES;
    if (report.symptoms?.some((code) => !known.includes(code)))
      throw new InvalidValue('symptoms/code-unknown');
    const celsius = report.temperatureCelsius;
    if (celsius !== undefined && !(celsius >= 30 && celsius <= 45)) {
      throw new InvalidValue('symptoms/temperature-impossible');
    }
    return new SymptomReport(report);
  }

  /** Free of symptoms, or getting better: what the release criteria ask for. */
  get meetsCriteria(): boolean {
    return this.course !== 'notImproved';
  }
}

export type SymptomReportFields = Readonly<{
  course: Course;
  channel: ReportChannel;
  symptoms?: readonly SymptomCode[] | undefined;
  temperatureCelsius?: number | undefined;
  dateOfSymptomOnset?: LocalDate | undefined;
}>;
