import type { IsolationEvent } from '../../domain/isolation-management/isolation/isolation.events.ts';
import type { SuppliesEvent } from '../../domain/isolation-management/supplies/supplies.events.ts';
import { start, tell, type Reactions } from './reaction.ts';

type EventType = (IsolationEvent | SuppliesEvent)['type'];

export const isolationManagementPolicies: Readonly<Record<EventType, Reactions>> = {
  IsolationOrdered: [
    start('isolationLifecycle', 'whenever an isolation is ordered: notify the person, and prove it'),
    tell(
      'contactFollowUp',
      'contact that became the case',
      'whenever a contact who became a case is isolated: the quarantine goes over into the isolation',
    ),
    tell(
      'isolationLifecycle',
      'quarantine of the case’s person',
      'whenever somebody in quarantine is isolated as a case: one that was kept for the result ends',
    ),
  ],
  IsolationNotified: [tell('isolationLifecycle', 'itself', 'whenever the notice is proven: its days begin')],
  IsolationStarted: 'none',
  IsolationExtended: [
    tell('isolationLifecycle', 'itself', 'whenever an isolation is extended: every date moves at once'),
  ],
  IsolationShortened: [
    tell('isolationLifecycle', 'itself', 'whenever an isolation is shortened: every date moves at once'),
  ],
  QuarantineExposureRecorded: 'none',
  QuarantineKeptForResult: 'none',
  InIsolationConfirmed: [
    tell(
      'isolationLifecycle',
      'itself, after missed checks',
      'whenever somebody is found in isolation after missed checks: nobody calls or visits any more',
    ),
  ],
  IsolationCheckMissed: [
    tell('isolationLifecycle', 'itself', 'whenever a check is missed: remind, then call, then visit'),
  ],
  ViolationReported: [
    tell('isolationLifecycle', 'itself', 'whenever a violation is reported: a person verifies it'),
  ],
  IsolationViolationEstablished: [
    tell('isolationLifecycle', 'itself', 'whenever a violation is established: nobody has to verify it'),
    tell(
      'livingSupport',
      'claim of the isolation',
      'whenever a violation is established: end the claim to living support, and reverse one that was paid',
    ),
  ],
  ViolationWithdrawn: [
    tell('isolationLifecycle', 'itself', 'whenever a violation is withdrawn: nobody has to verify it'),
    tell(
      'livingSupport',
      'claim of the isolation',
      'whenever a violation is withdrawn: restore the claim as far as it can be restored',
    ),
  ],
  IsolationOfficerAssigned: 'none',
  WorkBanImposed: 'none',
  WorkBanLifted: 'none',
  IsolationEnded: [
    tell('isolationLifecycle', 'itself', 'whenever an isolation ends: tell the person'),
    tell(
      'contactFollowUp',
      'contacts of the isolation',
      'whenever a quarantine ends: its contacts are freed',
    ),
    tell(
      'livingSupport',
      'claim of the isolation',
      'whenever an isolation ends: judge the claim to living support',
    ),
    tell('supplyDelivery', 'supplies of the isolation', 'whenever an isolation ends: nothing more is sent'),
  ],
  ReleaseNotified: 'none',
  IsolationRelocated: 'none',

  SuppliesOpened: [start('supplyDelivery', 'whenever an isolation starts: check the essentials')],
  EssentialsChecked: [tell('supplyDelivery', 'itself', 'whenever essentials are missing: order them')],
  EssentialsOrdered: [
    tell('supplyDelivery', 'itself, unless by its own step', 'whenever essentials are ordered: pay them'),
  ],
  EssentialsPaid: [
    tell(
      'supplyDelivery',
      'itself, unless by its own step',
      'whenever a payment becomes known: ship, or have the money back',
    ),
  ],
  EssentialsPaymentDeclined: 'none',
  EssentialsOrderCompleted: 'none',
  EssentialsShipped: 'none',
  EssentialsDelivered: [
    tell('supplyDelivery', 'itself, unless by its own step', 'whenever a delivery is confirmed: close'),
  ],
  EssentialsOrderFailed: [
    tell(
      'supplyDelivery',
      'itself, unless by its own step',
      'whenever an order came to nothing: money back, then another one',
    ),
  ],
  EssentialsRefunded: 'none',
  SuppliesRelocated: 'none',
  SuppliesCancelled: [
    tell('supplyDelivery', 'itself, unless by its own step', 'whenever supplies are cancelled: money back'),
  ],
};
