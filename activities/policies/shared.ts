import type { ProtocolEvent } from '../../domain/protocol/protocol.ts';
import type { StaffAccountEvent } from '../../domain/worklist/staff-account/staff-account.events.ts';
import type { TaskEvent } from '../../domain/worklist/task.events.ts';
import { BULK_PROCESSES } from '../ports/processes.ts';
import { start, tell, tellAll, type Reactions } from './reaction.ts';

type EventType = (ProtocolEvent | StaffAccountEvent | TaskEvent)['type'];

export const sharedPolicies: Readonly<Record<EventType, Reactions>> = {
  ProtocolPublished: [
    start(
      'protocolRollout',
      'whenever a protocol is published for open episodes: every open episode is planned anew',
      'the version, where it may reach somebody',
    ),
  ],

  TaskOpened: 'none',
  TaskDecided: [
    ...tellAll(
      'task’s subject',
      'whenever a person has decided a task: the process that waits for it goes on',
    ).filter(({ process }) => process !== 'clinicOperation'),
    tell(
      'clinicOperation',
      'clinic’s day of the task',
      'whenever a person has decided a task about a clinic: its day goes on',
    ),
    ...BULK_PROCESSES.map((process) =>
      tell(
        process,
        'run of the task',
        'whenever a person has settled why a run was stopped: it goes on where it stood',
      ),
    ),
  ],
  TaskCancelled: 'none',
  TaskClaimed: 'none',
  TaskHandedBack: 'none',
  TaskReassigned: 'none',
  TaskEscalated: 'none',
  TaskRelocated: 'none',

  // Every request and the upkeep of the minute look at the account itself.
  AccessRevoked: 'none',
  AccessRestored: 'none',
  StaffAbsenceReported: 'none',
  StaffAbsenceEnded: 'none',
};
