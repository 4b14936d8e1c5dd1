import { bulkWorkPolicies } from './policies/bulk-work.ts';
import { diagnosticTestingPolicies } from './policies/diagnostic-testing.ts';
import { epidemiologicalInvestigationPolicies } from './policies/epidemiological-investigation.ts';
import { exchangePolicies } from './policies/exchange.ts';
import { isolationManagementPolicies } from './policies/isolation-management.ts';
import { patientManagementPolicies } from './policies/patient-management.ts';
import { sharedPolicies } from './policies/shared.ts';
import type { Reaction, Reactions } from './policies/reaction.ts';

/**
 * Whenever X, then Y, for every event type there is; each context has a file of its own. `none`: nobody waits for it,
 * mostly because the process itself caused it. A new event type does not compile until it is listed.
 */
export const policies = {
  ...bulkWorkPolicies,
  ...diagnosticTestingPolicies,
  ...epidemiologicalInvestigationPolicies,
  ...exchangePolicies,
  ...isolationManagementPolicies,
  ...patientManagementPolicies,
  ...sharedPolicies,
} satisfies Readonly<Record<string, Reactions>>;
export type EventType = keyof typeof policies;

/** The reactions to an event type; an unknown one is a defect, told loudly. */
export function reactionsTo(eventType: string): readonly Reaction[] {
  const reactions = (policies as Readonly<Record<string, Reactions>>)[eventType];
  if (reactions === undefined) throw new TypeError(`no policy for event type ${eventType}`);
  return reactions === 'none' ? [] : reactions;
}

export const announces = (eventType: string): boolean => reactionsTo(eventType).length > 0;

export const isEventType = (name: string): boolean => Object.hasOwn(policies, name);
