import type {
  CaseCommand,
  DoubtIdentity,
  ProtocolChoice,
  ReclassifyCase,
} from '../../domain/patient-management/case/case.commands.ts';
import {
  riskFactor,
  type Severity,
  type Treatment,
} from '../../domain/patient-management/case/clinical-course.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { taskId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { change } from '../change.ts';
import { storedVersion } from '../protocol-version.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

export type CaseRequest = Request & Readonly<{ caseId: string }>;
type Changing = Pick<Uses, 'cases' | 'clock' | 'protocols'>;

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

/** Days of vaccination `YYYY-MM-DD`, and conditions by their codes. */
export const recordMedicalHistory = caseCommand<
  CaseRequest &
    Readonly<{ vaccinatedOn?: readonly string[] | undefined; riskFactors?: readonly string[] | undefined }>
>(({ vaccinatedOn, riskFactors }, by) => ({
  type: 'RecordMedicalHistory',
  ...(vaccinatedOn === undefined ? {} : { vaccinatedOn: vaccinatedOn.map((day) => LocalDate.of(day)) }),
  ...(riskFactors === undefined ? {} : { riskFactors: riskFactors.map(riskFactor) }),
  ...by,
}));

export const recordOutcome = caseCommand<
  CaseRequest & Readonly<{ outcome: 'recovered' | 'unknown'; dateOfOutcome: string }>
>(({ outcome, dateOfOutcome }, by) => ({
  type: 'RecordOutcome',
  outcome,
  dateOfOutcome: LocalDate.of(dateOfOutcome),
  ...by,
}));

/**
 * An officer applies a newer version to one person, where its release rule leaves the choice.
 * @throws NotFound `protocol/not-found`, RuleBroken `protocol/leaves-no-choice`
 */
export const chooseProtocol =
  ({ cases, clock, protocols }: Changing) =>
  async (input: CaseRequest & Readonly<{ protocol: string; reason: ProtocolChoice }>): Promise<Receipt> => {
    const { id, disease, rules } = await storedVersion(protocols, input.protocol);
    const { state } = (await cases.load(input.caseId)).aggregate;
    if (disease !== state.disease || rules.caseRelease?.appliesTo !== 'openEpisodesOptional') {
      throw new RuleBroken('protocol/leaves-no-choice', { version: id });
    }
    const { reason } = input;
    const choose = caseCommand<typeof input>((_input, by) => ({
      type: 'ChooseProtocol',
      protocol: id,
      reason,
      ...by,
    }));
    return choose({ cases, clock })(input);
  };
