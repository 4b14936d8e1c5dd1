import type {
  CaseCommand,
  DeclaredFacts,
  DoubtIdentity,
  ReclassifyCase,
} from '../../domain/patient-management/case/case.commands.ts';
import {
  declaredFacts,
  riskFactor,
  type Severity,
  type Treatment,
} from '../../domain/patient-management/case/clinical-course.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { taskId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type CaseRequest = Request & Readonly<{ caseId: string }>;

/** A use case that turns a request into one command of a case. */
export const caseCommand =
  <Input extends CaseRequest>(make: (input: Input, by: By) => CaseCommand) =>
  ({ cases, clock }: Pick<Uses, 'cases' | 'clock'>) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(cases, input.caseId, input, (aCase) => aCase.execute(asked));
  };

export const reclassifyCase = caseCommand<CaseRequest & Pick<ReclassifyCase, 'to' | 'reason'>>(
  ({ to, reason }, by) => ({ type: 'ReclassifyCase', to, reason, ...by }),
);

export const doubtIdentity = caseCommand<CaseRequest & Pick<DoubtIdentity, 'reason'>>(({ reason }, by) => ({
  type: 'DoubtIdentity',
  reason,
  ...by,
}));

export const resolveIdentity = caseCommand<CaseRequest & Readonly<{ taskId?: string | undefined }>>(
  (input, by) => ({
    type: 'ResolveIdentity',
    ...(input.taskId === undefined ? {} : { taskId: taskId(input.taskId) }),
    ...by,
  }),
);

export const recordClinicalCourse = caseCommand<
  CaseRequest & Readonly<{ severity?: Severity | undefined; treatment?: Treatment | undefined }>
>(({ severity, treatment }, by) => ({
  type: 'RecordClinicalCourse',
  ...(severity === undefined ? {} : { severity }),
  ...(treatment === undefined ? {} : { treatment }),
  ...by,
}));

/** Days of vaccination `YYYY-MM-DD`, conditions by their codes, and what the protocol declares. */
export const recordMedicalHistory = caseCommand<
  CaseRequest &
    Readonly<{
      vaccinatedOn?: readonly string[] | undefined;
      riskFactors?: readonly string[] | undefined;
      facts?: DeclaredFacts | undefined;
    }>
>(({ vaccinatedOn, riskFactors, facts }, by) => ({
  type: 'RecordMedicalHistory',
  ...(vaccinatedOn === undefined ? {} : { vaccinatedOn: vaccinatedOn.map((day) => LocalDate.of(day)) }),
  ...(riskFactors === undefined ? {} : { riskFactors: riskFactors.map(riskFactor) }),
  ...(facts === undefined ? {} : { facts: declaredFacts(facts) }),
  ...by,
}));

/** Of an episode that was recorded from a list. */
export const correctRecordedOnset = caseCommand<CaseRequest & Readonly<{ dateOfSymptomOnset: string }>>(
  ({ dateOfSymptomOnset }, by) => ({
    type: 'CorrectRecordedOnset',
    dateOfSymptomOnset: LocalDate.of(dateOfSymptomOnset),
    ...by,
  }),
);

export const recordOutcome = caseCommand<
  CaseRequest & Readonly<{ outcome: 'recovered' | 'unknown'; dateOfOutcome: string }>
>(({ outcome, dateOfOutcome }, by) => ({
  type: 'RecordOutcome',
  outcome,
  dateOfOutcome: LocalDate.of(dateOfOutcome),
  ...by,
}));
