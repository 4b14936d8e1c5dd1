import type { By } from '../../../shared-kernel/aggregate-root.ts';
import type { LocalDate } from '../../../shared-kernel/local-date.ts';
import type { AskForSymptoms, ReportSymptoms } from '../case.commands.ts';
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

/** Quiet when that attempt was made already. */
export function askForSymptoms(state: CaseState, command: AskForSymptoms): CaseEvent[] {
  needs(state, ['home-treatment', 'symptom-check'], 'case/not-in-home-treatment');
  if ((state.question?.attempt ?? 0) >= command.attempt) return [];
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
  const reported: CaseEvent = {
    ...fact('SymptomsReported', command),
    course: report.course,
    symptoms: report.symptoms,
    channel: report.channel,
    ...(report.temperatureCelsius === undefined ? {} : { temperatureCelsius: report.temperatureCelsius }),
  };
  const entered = report.dateOfSymptomOnset;
  if (entered !== undefined) {
    if (entered.toString() === state.dateOfSymptomOnset) return [reported];
    return [reported, symptomsOccurred(command, entered, 'entered')];
  }
  if (report.course === 'symptomFree' || state.symptomatic) return [reported];
  return [reported, symptomsOccurred(command, command.at.dateInSeoul(), 'computed')];
}
