import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { IncomingMessage } from '../ports/inbox.ts';
import type { Uses } from '../uses.ts';
import { whereItBelongs, type Concern } from './message-concern.ts';

/** Anybody may send many of these, and none says more than the others: those of a day are one task while it is open. */
const SHARING: readonly string[] = [
  'sms: message/unknown-sender',
  'sms: message/unknown-key',
  'delivery: supplies/not-found',
];

/**
 * Lays a message aside, sealed, with a task and the reason. Told again it is the same task. It is on the list of those who
 * deal with what the partner does, in the district of what the message names.
 */
export async function park(
  uses: Uses,
  id: string,
  { source }: Pick<IncomingMessage, 'source'>,
  code: string,
  concern?: Concern,
): Promise<void> {
  const reason = `${source}: ${code}`;
  const kind = kindOf(code);
  const laidWith = await uses.inbox.parked(id, code);
  if (laidWith !== undefined && (await hasTask(uses, laidWith, kind))) return;
  const at = await uses.clock.now();
  const isShared = SHARING.includes(reason);
  const commandId = isShared
    ? `inbox:${reason}:${Instant.of(at).dateInSeoul().toString()}`
    : `inbox:${id}:${code}`;
  const { concerns, about, place } = await whereItBelongs(uses, source, concern);
  const { taskId } = await openTaskAbout(uses)({
    kind,
    subject: { kind: 'message', id },
    ...(concerns === undefined ? {} : { concerns }),
    reason: about === undefined ? reason : `${reason} about ${about.kind} ${about.id}`,
    district: HEADQUARTERS,
    ...place,
    commandId,
    // Whoever closed the day's task before had not seen this one.
    ...(isShared ? { since: at } : {}),
    by: 'process:inbox',
    at,
  });
  if (!isShared) return;
  const first = (await uses.tasks.load(taskId)).aggregate.state.subject?.id;
  await uses.inbox.laidWith(id, first ?? id);
}

/** Open, or dealt with by a person. */
async function hasTask({ lookups, tasks }: Uses, id: string, kind: TaskKind): Promise<boolean> {
  const last = await lookups.lastTaskAbout({ kind: 'message', id }, kind);
  return last !== undefined && (await tasks.load(last)).aggregate.state.stage !== 'cancelled';
}

const kindOf = (code: string): TaskKind =>
  code.startsWith('test/') && code !== 'test/not-found' ? 'contradicting-result' : 'message-parked';
