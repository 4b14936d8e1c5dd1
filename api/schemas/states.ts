import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { SuppliesStage } from '../../domain/isolation-management/supplies/supplies.state.ts';
import type { CaseStage } from '../../domain/patient-management/case/case.state.ts';
import type { Classification } from '../../domain/patient-management/case/classification.ts';
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
