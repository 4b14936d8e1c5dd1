import { assertNever, InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import type {
  DiagnoseInfection,
  ReclassifyCase,
  RecordDiagnosticResult,
  RecordRegistration,
  ReportSuspicion,
  SettleDiagnosis,
} from '../case.commands.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { isRegistryNumber } from '../registry-number.ts';
import { collectedBefore, fact, needs, notInTheFuture } from './fact.ts';
import { symptomsOccurred } from './symptoms.ts';

export function open(command: ReportSuspicion | DiagnoseInfection): CaseEvent[] {
  notInTheFuture(command.dateOfSymptomOnset, command, 'dateOfSymptomOnset');
  const diagnosed = command.type === 'DiagnoseInfection';
  const opened: CaseEvent = {
    ...fact('CaseOpened', command),
    personId: command.personId,
    disease: command.disease,
    district: command.district.code,
    openedAs: diagnosed ? 'diagnosis' : 'suspicion',
    ...(command.contactId === undefined ? {} : { contactId: command.contactId }),
    ...(command.previousCaseId === undefined ? {} : { previousCaseId: command.previousCaseId }),
    ...(!diagnosed && command.specimenId !== undefined ? { specimenId: command.specimenId } : {}),
  };
  const hadSymptoms = command.symptomatic || command.dateOfSymptomOnset !== undefined;
  return [
    opened,
    ...(hadSymptoms ? [symptomsOccurred(command, command.dateOfSymptomOnset, 'entered')] : []),
    ...(diagnosed ? [{ ...fact('InfectionConfirmed', command), basis: 'diagnosis' } as const] : []),
  ];
}

export function recordDiagnosticResult(state: CaseState, command: RecordDiagnosticResult): CaseEvent[] {
  needs(state, ['suspected'], 'case/not-suspected');
  collectedBefore(command.specimenCollectedAt, command);
  const { testId, result } = command;
  switch (result) {
    case 'positive':
      return [
        {
          ...fact('InfectionConfirmed', command),
          basis: 'test',
          testId,
          ...(command.specimenCollectedAt === undefined
            ? {}
            : { specimenCollectedAt: command.specimenCollectedAt.toString() }),
        },
      ];
    case 'negative':
      return [{ ...fact('InfectionRuledOut', command), basis: 'test', testId }];
    case 'indeterminate':
      if (state.latestOpenTest === testId) return [];
      return [{ ...fact('DiagnosisLeftOpen', command), testId }];
    default:
      return assertNever(result);
  }
}

export function settleDiagnosis(state: CaseState, command: SettleDiagnosis): CaseEvent[] {
  needs(state, ['suspected'], 'case/not-suspected');
  const type = command.decision === 'confirm' ? 'InfectionConfirmed' : 'InfectionRuledOut';
  return [{ ...fact(type, command), basis: 'clinician', taskId: command.taskId }];
}

/** Quiet when it stands so already. */
export function reclassify(state: CaseState, command: ReclassifyCase): CaseEvent[] {
  needs(state, ['suspected'], 'case/not-suspected');
  const { to, reason } = command;
  const from = state.classification;
  if (from === to) return [];
  if (from !== 'suspected' && from !== 'probable') throw new RuleBroken('case/not-suspected');
  return [{ ...fact('CaseReclassified', command), from, to, reason }];
}

/** Also for a case that was withdrawn or ended meanwhile: what the registry holds has to be known here. */
export function recordRegistration(state: CaseState, command: RecordRegistration): CaseEvent[] {
  if (state.registryNumber !== undefined) return [];
  if (state.confirmedAt === undefined) throw new RuleBroken('case/diagnosis-unconfirmed');
  if (!isRegistryNumber(command.registryNumber)) throw new InvalidValue('registry-number/malformed');
  return [{ ...fact('ConfirmedCaseRegistered', command), registryNumber: command.registryNumber }];
}
