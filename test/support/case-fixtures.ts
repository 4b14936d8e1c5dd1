import type {
  CaseCommand,
  DeclaredFacts,
  DiagnoseInfection,
  DoubtIdentity,
  ReclassifyCase,
  RecordClinicalCourse,
  ReportSuspicion,
  ResolveIdentity,
  WithdrawDiagnosis,
} from '../../domain/patient-management/case/case.commands.ts';
import type { CaseRules } from '../../domain/patient-management/case/case-rules.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { declaredFacts, riskFactor } from '../../domain/patient-management/case/clinical-course.ts';
import {
  SymptomReport,
  type Course,
  type SymptomReportFields,
} from '../../domain/patient-management/case/symptom-report.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, personId, taskId, testId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { TestResult } from '../../domain/shared-kernel/test-result.ts';
import { rule } from './case-rules.ts';

const id = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
export const CASE = caseId(id(1));
export const PERSON = personId(id(2));
export const TEST = testId(id(3));
export const TASK = taskId(id(4));
export const CONTACT = contactId(id(5));

/** Noon in Seoul, so many days after the day of onset (2026-03-01). */
export const day = (count: number): Instant => Instant.of('2026-03-01T03:00:00Z').plusHours(count * 24);
const by = (at: Instant) => ({ by: 'officer', at });

export const aCase = (): Case => Case.unopened(CASE);
export function caseAfter(...commands: readonly CaseCommand[]): Case {
  const one = aCase();
  for (const command of commands) one.execute(command);
  return one;
}
const opening = { personId: PERSON, disease: disease('covid-19'), district: District.of('11110') };
export const diagnosed = (at = day(2), symptomatic = true): DiagnoseInfection => ({
  type: 'DiagnoseInfection',
  ...opening,
  symptomatic,
  ...(symptomatic ? { dateOfSymptomOnset: LocalDate.of('2026-03-01') } : {}),
  ...by(at),
});
export const suspected = (at = day(2)): ReportSuspicion => ({
  type: 'ReportSuspicion',
  ...opening,
  symptomatic: true,
  ...by(at),
});
export const diagnosticResult = (
  result: TestResult,
  at = day(3),
  specimenCollectedAt?: Instant,
): CaseCommand => ({
  type: 'RecordDiagnosticResult',
  testId: TEST,
  result,
  ...(specimenCollectedAt === undefined ? {} : { specimenCollectedAt }),
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
export const planned = (at = day(3), rules: CaseRules = rule): CaseCommand => ({
  type: 'PlanReleaseCheck',
  rule: rules,
  ...by(at),
});
export const checked = (at = day(11), rules: CaseRules = rule): CaseCommand => ({
  type: 'CheckReleaseCriteria',
  rule: rules,
  ...by(at),
});
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
export const retested = (
  result: TestResult,
  at = day(12),
  { rules = rule, collectedAt }: Readonly<{ rules?: CaseRules; collectedAt?: Instant }> = {},
): CaseCommand => ({
  type: 'RecordRetestResult',
  testId: TEST,
  result,
  rule: rules,
  ...(collectedAt === undefined ? {} : { specimenCollectedAt: collectedAt }),
  ...by(at),
});
export const decided = (
  decision: 'release' | 'keep',
  at = day(13),
  rules: CaseRules = rule,
): CaseCommand => ({
  type: 'RecordClinicianDecision',
  taskId: TASK,
  decision,
  rule: rules,
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
export const withdrawn = (at = day(13)): WithdrawDiagnosis => ({
  type: 'WithdrawDiagnosis',
  reason: 'wrong-result',
  ...by(at),
});

export const reclassified = (
  to: ReclassifyCase['to'],
  at = day(3),
  reason: ReclassifyCase['reason'] = 'epidemiological-link',
): CaseCommand => ({ type: 'ReclassifyCase', to, reason, ...by(at) });
export const doubted = (at = day(3), reason: DoubtIdentity['reason'] = 'specimen-mixed-up'): CaseCommand => ({
  type: 'DoubtIdentity',
  reason,
  ...by(at),
});
export const resolved = (
  at = day(4),
  task: Pick<ResolveIdentity, 'taskId'> = { taskId: TASK },
): CaseCommand => ({ type: 'ResolveIdentity', ...task, ...by(at) });
export const tiered = (tier: string, at = day(3), checksPerDay = 2): CaseCommand => ({
  type: 'AssignTier',
  tier,
  checksPerDay,
  protocol: rule.id,
  ...by(at),
});
export const chosen = (protocol: string, at = day(3)): CaseCommand => ({
  type: 'ChooseProtocol',
  protocol,
  reason: 'person-asked',
  ...by(at),
});
/** A report in all its detail, from staff. */
export const told = (report: Omit<SymptomReportFields, 'channel'>, at = day(11)): CaseCommand => ({
  type: 'ReportSymptoms',
  report: SymptomReport.of({ channel: 'staff', ...report }),
  ...by(at),
});
export const courseRecorded = (
  course: Pick<RecordClinicalCourse, 'severity' | 'treatment'>,
  at = day(4),
): CaseCommand => ({ type: 'RecordClinicalCourse', ...course, ...by(at) });
export const historyRecorded = (
  history: Readonly<{
    vaccinatedOn?: readonly string[];
    riskFactors?: readonly string[];
    facts?: DeclaredFacts;
  }>,
  at = day(4),
): CaseCommand => ({
  type: 'RecordMedicalHistory',
  ...(history.vaccinatedOn === undefined
    ? {}
    : { vaccinatedOn: history.vaccinatedOn.map((on) => LocalDate.of(on)) }),
  ...(history.riskFactors === undefined ? {} : { riskFactors: history.riskFactors.map(riskFactor) }),
  ...(history.facts === undefined ? {} : { facts: declaredFacts(history.facts) }),
  ...by(at),
});
export const ended = (
  on: string,
  at = day(13),
  outcome: 'recovered' | 'unknown' = 'recovered',
): CaseCommand => ({ type: 'RecordOutcome', outcome, dateOfOutcome: LocalDate.of(on), ...by(at) });

export const atHome = [diagnosed(), treated(), planned()];
/** Found not improved once: a retest is ordered. */
export const inRetest = [...atHome, asked(), reported('notImproved'), checked()];
/** Found free of symptoms, and released. */
export const afterRelease: readonly CaseCommand[] = [
  ...atHome,
  asked(),
  reported('symptomFree'),
  checked(),
  released(),
];
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
