import { RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type { By } from '../../../shared-kernel/aggregate-root.ts';
import { Instant } from '../../../shared-kernel/instant.ts';
import type { LocalDate } from '../../../shared-kernel/local-date.ts';
import type {
  AskForSymptoms,
  RecordClinicalCourse,
  RecordMedicalHistory,
  ReportSymptoms,
} from '../case.commands.ts';
import type { CaseEvent, SymptomsOccurred } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { fact, needs, needsOpen, notInTheFuture } from './fact.ts';

export function symptomsOccurred(
  command: By,
  onset: LocalDate | undefined,
  basis: 'entered' | 'computed',
): SymptomsOccurred {
  return {
    ...fact('SymptomsOccurred', command),
    basis,
    ...(onset === undefined ? {} : { dateOfSymptomOnset: onset.toString() }),
  };
}

/** Quiet when that attempt was made already, and when it is to be made again but its time to answer has not passed. */
export function askForSymptoms(state: CaseState, command: AskForSymptoms): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check'], 'case/not-in-home-treatment');
  const { attempt = 0, answerBy } = state.question ?? {};
  const isOver = answerBy !== undefined && !Instant.of(answerBy).isAfter(command.at);
  const isAgain = command.again === true && attempt === command.attempt && isOver;
  if (attempt >= command.attempt && !isAgain) return [];
  return [
    {
      ...fact('SymptomCheckRequested', command),
      round: state.retests + 1,
      attempt: command.attempt,
      answerBy: command.answerBy.toString(),
    },
  ];
}

/** Welcome at any stage of an open case. First symptoms of a case without any move its anchor to their onset. */
export function reportSymptoms(state: CaseState, command: ReportSymptoms): CaseEvent[] {
  needsOpen(state);
  const { report } = command;
  notInTheFuture(report.dateOfSymptomOnset, command, 'dateOfSymptomOnset');
  const { course, channel, symptoms, temperatureCelsius, antipyretic, feverFreeForHours } = report;
  const reported: CaseEvent = {
    ...fact('SymptomsReported', command),
    course,
    channel,
    ...(symptoms === undefined ? {} : { symptoms }),
    ...(temperatureCelsius === undefined ? {} : { temperatureCelsius }),
    ...(antipyretic === undefined ? {} : { antipyretic }),
    ...(feverFreeForHours === undefined ? {} : { feverFreeForHours }),
  };
  const entered = report.dateOfSymptomOnset;
  if (entered !== undefined) {
    if (entered.toString() === state.onset.entered) return [reported];
    return [reported, symptomsOccurred(command, entered, 'entered')];
  }
  if (course === 'symptomFree' || state.symptomatic) return [reported];
  return [reported, symptomsOccurred(command, command.at.dateInSeoul(), 'computed')];
}

export function recordClinicalCourse(state: CaseState, command: RecordClinicalCourse): CaseEvent[] {
  needsOpen(state);
  const { severity, treatment } = command;
  if (severity === undefined && treatment === undefined) throw new RuleBroken('case/nothing-recorded');
  return [
    {
      ...fact('ClinicalCourseRecorded', command),
      ...(severity === undefined ? {} : { severity }),
      ...(treatment === undefined ? {} : { treatment }),
    },
  ];
}

/** What is told replaces what was told before; of the facts, those that are named. */
export function recordMedicalHistory(state: CaseState, command: RecordMedicalHistory): CaseEvent[] {
  needsOpen(state);
  for (const day of command.vaccinatedOn ?? []) notInTheFuture(day, command, 'vaccinatedOn');
  const vaccinatedOn =
    command.vaccinatedOn === undefined ? undefined : inOrder(command.vaccinatedOn.map(String));
  const riskFactors = command.riskFactors === undefined ? undefined : inOrder(command.riskFactors);
  const { facts } = command;
  if (vaccinatedOn === undefined && riskFactors === undefined && facts === undefined)
    throw new RuleBroken('case/nothing-recorded');
  const known =
    (vaccinatedOn === undefined || same(vaccinatedOn, state.vaccinatedOn)) &&
    (riskFactors === undefined || same(riskFactors, state.riskFactors)) &&
    Object.entries(facts ?? {}).every(([name, value]) => state.facts?.[name] === value);
  if (known) return [];
  return [
    {
      ...fact('MedicalHistoryRecorded', command),
      ...(vaccinatedOn === undefined ? {} : { vaccinatedOn }),
      ...(riskFactors === undefined ? {} : { riskFactors }),
      ...(facts === undefined ? {} : { facts }),
    },
  ];
}

/** Each once: the same day or condition told twice is told once. */
const inOrder = (entries: readonly string[]): readonly string[] => [...new Set(entries)].sort();

const same = (one: readonly string[], other: readonly string[] | undefined): boolean =>
  one.length === other?.length && one.every((entry, index) => entry === other[index]);
