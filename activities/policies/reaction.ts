import { BULK_PROCESSES, PROCESSES, type ProcessName } from '../ports/processes.ts';

/**
 * Whose process hears of an event. `itself`: that of the event's own aggregate. `the case`: in whose history the event
 * stands. `task’s subject`: whatever the task is about. The others are found in the store.
 */
export const ADDRESSES = [
  'itself',
  'itself, after missed checks',
  'itself, unless by its own step',
  'itself, after an earlier plan',
  'itself, where it is investigated',
  'the case',
  'task’s subject',
  'the tested contact',
  'isolation of the case',
  'isolation of the case, after missed checks',
  'quarantine of the contact, after missed checks',
  'quarantine of the case’s person',
  'route of the case',
  'look-ups of the case',
  'supplies of the isolation',
  'claim of the isolation',
  'supplies of the case',
  'supplies of the person, still to be ordered',
  'claim of the case',
  'claims of the person',
  'hand-over of the case',
  'contacts of the isolation',
  'contacts of the case',
  'contacts of the case’s person',
  'contact that became the case',
  'clinic’s day',
  'clinic’s day of the task',
  'the run',
  'run of the task',
  'the version, where it may reach somebody',
] as const;
export type Address = (typeof ADDRESSES)[number];

/** What follows when something has happened. The sentence stands in the documents. */
export type Reaction = Readonly<{
  process: ProcessName;
  by: 'start' | 'signal';
  to: Address;
  whenever: string;
}>;
export type Reactions = 'none' | readonly Reaction[];

export const start = (process: ProcessName, whenever: string, to: Address = 'itself'): Reaction => ({
  process,
  by: 'start',
  to,
  whenever,
});
export const tell = (process: ProcessName, to: Address, whenever: string): Reaction => ({
  process,
  by: 'signal',
  to,
  whenever,
});
/** The same for every process of a subject. */
export const tellAll = (to: Address, whenever: string): readonly Reaction[] =>
  (Object.keys(PROCESSES) as ProcessName[])
    .filter((process) => !BULK_PROCESSES.some((bulk) => bulk === process))
    .map((process) => tell(process, to, whenever));
