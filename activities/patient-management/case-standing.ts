import { isRetestOutstanding } from '../../domain/patient-management/case/decisions/release-check.ts';
import { CLOSED_STAGES, type CaseStage } from '../../domain/patient-management/case/case.state.ts';
import { caseRules } from '../case-rules.ts';
import type { Moment, Uses } from '../uses.ts';

export type CaseStanding = Readonly<{
  stage: CaseStage;
  district: string;
  registered: boolean;
  /** The case is closed, and the registry has to hear of it all the same. */
  registrationOwed?: true;
  /** The number of the test that the case waits for, diagnostic or for release. */
  testNumber: number;
  /** Diagnostic tests stayed indeterminate as often as the rule allows. */
  testsExhausted: boolean;
  /** A release test was ordered before the case went another way, and its result is not known to the case. */
  retestOutstanding: boolean;
  /** How often a clinician has decided so far. */
  decisions: number;
}>;

/** Where a case stands: what a process asks when it begins, also when it begins again from the database. */
export const caseStanding =
  (uses: Uses) =>
  async ({ caseId, at }: Moment): Promise<CaseStanding> => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const { check } = await caseRules(uses, state, at);
    const registered = state.registryNumber !== undefined;
    const wasLedHere = CLOSED_STAGES.includes(state.stage) && state.recorded === undefined;
    const isOwed = !registered && wasLedHere && state.classification === 'confirmed';
    return {
      stage: state.stage,
      district: state.district,
      registered,
      ...(isOwed ? { registrationOwed: true } : {}),
      testNumber: state.stage === 'suspected' ? state.diagnosticTests + 1 : state.retestsOrdered,
      testsExhausted: state.diagnosticTests >= check.maximumDiagnosticTests,
      retestOutstanding: isRetestOutstanding(state),
      decisions: state.decisions,
    };
  };
