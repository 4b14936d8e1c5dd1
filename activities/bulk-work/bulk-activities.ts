import type { BulkUses } from './bulk-uses.ts';
import type { Doing } from './command-terms.ts';
import { closeFollowUps } from './close-follow-ups.ts';
import { doCommands } from './do-commands.ts';
import { finishRun } from './finish-run.ts';
import { keepTimetable } from './keep-timetable.ts';
import { letGoOn } from './let-go-on.ts';
import { parkRun } from './park-run.ts';
import { replanCases } from './replan-cases.ts';
import { replanContacts, type ReplanFollowUp } from './replan-contacts.ts';
import { replanQuarantines, type QuarantineEndOf } from './replan-quarantines.ts';
import { awaitEffect, requestRollout } from './rollout.ts';
import { runOf } from './run-of.ts';
import { sendMessages } from './send-messages.ts';
import {
  certifyDestruction,
  destroyExpired,
  destroyRawRecords,
  type DestroyRecords,
  type DestroyValues,
} from './sweep.ts';
import { takeDoubtful } from './take-doubtful.ts';
import { takeLinks } from './take-links.ts';
import { takeRows, type StepsByRun } from './take-rows.ts';
import { writeFollowUps } from './write-follow-ups.ts';

/** Use cases of other contexts that a run has done, row by row. */
export type OthersSteps = Readonly<{
  importing: StepsByRun;
  destroyRecords: DestroyRecords;
  destroyValues: DestroyValues;
  replanFollowUp: ReplanFollowUp;
  quarantineEndOf: QuarantineEndOf;
  doing: Doing;
}>;

/** Long steps over many rows, on a queue of their own. */
export const bulkActivities = (uses: BulkUses, others: OthersSteps) => ({
  writeFollowUps: writeFollowUps(uses),
  sendMessages: sendMessages(uses),
  closeFollowUps: closeFollowUps(uses),
  requestRollout: requestRollout(uses),
  awaitEffect: awaitEffect(uses),
  replanCases: replanCases(uses),
  replanContacts: replanContacts(uses, others.replanFollowUp),
  replanQuarantines: replanQuarantines(uses, others.quarantineEndOf),
  keepTimetable: keepTimetable(uses),
  destroyExpired: destroyExpired(uses, others.destroyValues),
  destroyRawRecords: destroyRawRecords(uses, others.destroyRecords),
  certifyDestruction: certifyDestruction(uses),
  takeRows: takeRows(uses, others.importing),
  takeLinks: takeLinks(uses, others.importing.real.recordInfection, 'links'),
  takeLinksLeft: takeLinks(uses, others.importing.real.recordInfection, 'links-left'),
  takeDoubtful: takeDoubtful(uses, others.importing.real),
  doCommands: doCommands(uses, others.doing),
  runOf: runOf(uses),
  parkRun: parkRun(uses),
  letGoOn: letGoOn(uses),
  finishRun: finishRun(uses),
});
export type BulkActivities = ReturnType<typeof bulkActivities>;
