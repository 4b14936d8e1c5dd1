/** The only entry of the workflow bundle: one export per process. */
export { protocolRollout } from './bulk-work/protocol-rollout.workflow.ts';
export { importRun } from './bulk-work/import-run.workflow.ts';
export { retentionSweep } from './bulk-work/retention-sweep.workflow.ts';
export { monitoringRound } from './bulk-work/monitoring-round.workflow.ts';
export { timetable } from './upkeep/timetable.workflow.ts';
export { upkeep } from './upkeep/upkeep.workflow.ts';
export { caseLifecycle } from './patient-management/case-lifecycle.workflow.ts';
export { informationRequest } from './epidemiological-investigation/information-request.workflow.ts';
export { contactFollowUp } from './epidemiological-investigation/contact-follow-up.workflow.ts';
export { routeInvestigation } from './epidemiological-investigation/route-investigation.workflow.ts';
export { isolationLifecycle } from './isolation-management/isolation-lifecycle.workflow.ts';
export { handOver } from './patient-management/hand-over.workflow.ts';
export { identityCheck } from './patient-management/identity-check.workflow.ts';
export { livingSupport } from './diagnostic-testing/living-support.workflow.ts';
export { supplyDelivery } from './isolation-management/supply-delivery.workflow.ts';
export { clinicOperation } from './diagnostic-testing/clinic-operation.workflow.ts';
export { webhookDelivery } from './exchange/webhook-delivery.workflow.ts';
