import type { TestEvent } from '../domain/diagnostic-testing/test/test.ts';
import type { IsolationEvent } from '../domain/isolation-management/isolation/isolation.ts';
import type { CaseEvent } from '../domain/patient-management/case/case.events.ts';
import type { PersonEvent } from '../domain/patient-management/person/person.ts';
import type { TaskEvent } from '../domain/worklist/task.ts';

type AnyEvent = CaseEvent | PersonEvent | TestEvent | IsolationEvent | TaskEvent;
export type EventType = AnyEvent['type'];

/** What follows when something has happened. The sentence stands in the documents. */
export type Reaction = Readonly<{ process: 'caseLifecycle'; by: 'start' | 'signal'; whenever: string }>;

const start = (whenever: string): Reaction => ({ process: 'caseLifecycle', by: 'start', whenever });
const tell = (whenever: string): Reaction => ({ process: 'caseLifecycle', by: 'signal', whenever });

/**
 * Whenever X, then Y, for every event type there is. `none`: nobody waits for it, mostly because the process itself
 * caused it. A new event type does not compile until it is listed here.
 */
export const policies: Readonly<Record<EventType, Reaction | 'none'>> = {
  PersonRegistered: 'none',

  CaseOpened: start('whenever a case is opened: begin its process'),
  SymptomsReported: tell('whenever symptoms are reported: look at the release criteria again'),
  DeathReported: tell('whenever the patient has died: end the isolation and every wait'),
  TransferredToHospital: tell('whenever the patient goes to hospital: end the checks at home'),
  ReturnedFromHospital: tell('whenever the patient comes back from hospital: go on with home treatment'),
  DiagnosisWithdrawn: tell('whenever a diagnosis is withdrawn: end the isolation, tell the person'),
  SymptomsOccurred: 'none',
  InfectionConfirmed: 'none',
  InfectionRuledOut: 'none',
  DiagnosisLeftOpen: 'none',
  ConfirmedCaseRegistered: 'none',
  HomeTreatmentStarted: 'none',
  HomeTreatmentEnded: 'none',
  ReleaseCheckPlanned: 'none',
  SymptomCheckRequested: 'none',
  FoundFreeOfSymptoms: 'none',
  FoundSymptomaticNotImproved: 'none',
  PcrTestPerformed: 'none',
  ClinicianDecided: 'none',
  ReleasedFromIsolation: 'none',

  TestOrdered: 'none',
  InfectionStatusEstablished: tell(
    'whenever a diagnostic test has a result: confirm the infection or rule it out',
  ),
  ReleaseTestResulted: tell('whenever a release test has a result: go round to the next check'),

  IsolationOrdered: 'none',
  IsolationNotified: 'none',
  IsolationEnded: 'none',
  ReleaseNotified: 'none',

  TaskOpened: 'none',
  TaskDecided: tell('whenever a person has decided a task: the process that waits for it goes on'),
  TaskCancelled: 'none',
};

/** The reaction to an event type; an unknown one is a defect, told loudly. */
export function reactionTo(eventType: string): Reaction | 'none' {
  const reaction = (policies as Readonly<Record<string, Reaction | 'none'>>)[eventType];
  if (reaction === undefined) throw new TypeError(`no policy for event type ${eventType}`);
  return reaction;
}

export const announces = (eventType: string): boolean => reactionTo(eventType) !== 'none';
