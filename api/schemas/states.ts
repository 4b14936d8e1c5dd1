import type { TestStage } from '../../domain/diagnostic-testing/test/test.state.ts';
import type {
  ContactStage,
  FollowUpStatus,
} from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import type { IsolationKind } from '../../domain/isolation-management/isolation/isolation.commands.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { SuppliesStage } from '../../domain/isolation-management/supplies/supplies.state.ts';
import type { CaseStage } from '../../domain/patient-management/case/case.state.ts';
import type { Classification } from '../../domain/patient-management/case/classification.ts';
import type { TestPurpose, TestResult } from '../../domain/shared-kernel/test-result.ts';
import { namesOf } from './names-of.ts';

/** How sure it is, the surest first. */
export const CLASSIFICATIONS = namesOf<Classification>({
  confirmed: true,
  probable: true,
  suspected: true,
  notACase: true,
});
/** Where something stands, in the order in which it comes there. */
export const CASE_STAGES = namesOf<CaseStage>({
  suspected: true,
  confirmed: true,
  'home-treatment': true,
  'symptom-check': true,
  retest: true,
  'clinician-decision': true,
  'release-due': true,
  'in-hospital': true,
  released: true,
  recorded: true,
  deceased: true,
  'not-a-case': true,
  withdrawn: true,
});
export const ISOLATION_STAGES = namesOf<IsolationState['stage']>({
  ordered: true,
  served: true,
  active: true,
  ended: true,
});
export const SUPPLIES_STAGES = namesOf<SuppliesStage>({
  opened: true,
  missing: true,
  present: true,
  ordered: true,
  paid: true,
  completed: true,
  shipped: true,
  delivered: true,
  failed: true,
  'refund-due': true,
  cancelled: true,
});
export const TEST_STAGES = namesOf<TestStage>({
  ordered: true,
  collected: true,
  received: true,
  rejected: true,
  resulted: true,
  corrected: true,
  cancelled: true,
});
export const CONTACT_STAGES = namesOf<ContactStage>({
  named: true,
  graded: true,
  'follow-up': true,
  'followed-up': true,
  converted: true,
  dropped: true,
});
export const FOLLOW_UP_STATUSES = namesOf<FollowUpStatus>({
  none: true,
  under: true,
  completed: true,
  cancelled: true,
  lost: true,
});

export const ISOLATION_KINDS = namesOf<IsolationKind>({ isolation: true, quarantine: true });
export const TEST_PURPOSES = namesOf<TestPurpose>({ diagnostic: true, release: true, quarantine: true });
export const TEST_RESULTS = namesOf<TestResult>({ positive: true, negative: true, indeterminate: true });
export const OUTCOMES = namesOf<'recovered' | 'deceased' | 'unknown'>({
  recovered: true,
  deceased: true,
  unknown: true,
});
