import type { CaseCommand } from '../../domain/patient-management/case/case.commands.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { SymptomReport, type Course } from '../../domain/patient-management/case/symptom-report.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, personId, taskId, testId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';
import { rule } from './case-rules.ts';

const id = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const CASE = caseId(id(1));
export const PERSON = personId(id(2));
export const TEST = testId(id(3));
export const TASK = taskId(id(4));

/** Noon in Seoul, so many days after the day of onset (2026-03-01). */
export const day = (count: number): Instant => Instant.of('2026-03-01T03:00:00Z').plusHours(count * 24);
const by = (at: Instant) => ({ by: 'officer', at });

export const aCase = (): Case => Case.unopened(CASE);
const opening = { personId: PERSON, disease: disease('covid-19'), district: District.of('11110') };
export const diagnosed = (at = day(2), symptomatic = true): CaseCommand => ({
  type: 'DiagnoseInfection',
  ...opening,
  symptomatic,
  ...(symptomatic ? { dateOfSymptomOnset: LocalDate.of('2026-03-01') } : {}),
  ...by(at),
});
export const suspected = (at = day(2)): CaseCommand => ({
  type: 'ReportSuspicion',
  ...opening,
  symptomatic: true,
  ...by(at),
});
export const diagnosticResult = (result: TestResult, at = day(3)): CaseCommand => ({
  type: 'RecordDiagnosticResult',
  testId: TEST,
  result,
  ...by(at),
});
export const settled = (decision: 'confirm' | 'ruleOut', at = day(3)): CaseCommand => ({
  type: 'SettleDiagnosis',
  taskId: TASK,
  decision,
  ...by(at),
});
export const registered = (registryNumber = 'KR-2026-000001', at = day(3)): CaseCommand => ({
  type: 'RecordRegistration',
  registryNumber,
  ...by(at),
});
export const treated = (at = day(3)): CaseCommand => ({ type: 'StartHomeTreatment', ...by(at) });
export const planned = (at = day(3)): CaseCommand => ({ type: 'PlanReleaseCheck', rule, ...by(at) });
export const checked = (at = day(11)): CaseCommand => ({ type: 'CheckReleaseCriteria', rule, ...by(at) });
export const asked = (at = day(11), attempt = 1): CaseCommand => ({
  type: 'AskForSymptoms',
  attempt,
  answerBy: at.plusHours(6),
  ...by(at),
});
export const reported = (course: Course, at = day(11), onset?: string): CaseCommand => ({
  type: 'ReportSymptoms',
  report: SymptomReport.of({
    course,
    channel: 'staff',
    dateOfSymptomOnset: onset === undefined ? undefined : LocalDate.of(onset),
  }),
  ...by(at),
});
export const retested = (result: TestResult, at = day(12)): CaseCommand => ({
  type: 'RecordRetestResult',
  testId: TEST,
  result,
  rule,
  ...by(at),
});
export const decided = (decision: 'release' | 'keep', at = day(13)): CaseCommand => ({
  type: 'RecordClinicianDecision',
  taskId: TASK,
  decision,
  rule,
  ...by(at),
});
export const released = (at = day(13)): CaseCommand => ({ type: 'ReleaseFromIsolation', ...by(at) });
export const died = (on: string, at = day(13)): CaseCommand => ({
  type: 'ReportDeath',
  dateOfDeath: LocalDate.of(on),
  ...by(at),
});
export const transferred = (at = day(13)): CaseCommand => ({ type: 'TransferToHospital', ...by(at) });
export const returned = (at = day(14)): CaseCommand => ({ type: 'ReturnFromHospital', ...by(at) });
export const withdrawn = (at = day(13)): CaseCommand => ({
  type: 'WithdrawDiagnosis',
  reason: 'wrong-result',
  ...by(at),
});

export const atHome = [diagnosed(), treated(), planned()];
/** Found not improved once: a retest is ordered. */
export const inRetest = [...atHome, asked(), reported('notImproved'), checked()];
/** Not improved as often as the rule allows: a clinician has to decide. */
export const withClinician: readonly CaseCommand[] = [
  ...inRetest,
  ...Array.from({ length: rule.check.maximumRetests }, (_, round) => {
    const at = day(14 + 4 * round);
    return [
      retested('positive', day(11 + 4 * round)),
      planned(at),
      asked(at),
      reported('notImproved', at),
      checked(at),
    ];
  }).flat(),
];
