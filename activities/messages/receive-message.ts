import { DomainError, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import type { TaskKind } from '../../domain/worklist/task.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { IncomingMessage } from '../ports/inbox.ts';
import type { Uses } from '../uses.ts';

/** What the partner is told: what became of its message, or that a person looks at it. */
export type MessageOutcome = Readonly<{ outcome: string }>;

const HEADQUARTERS = '00000';
const PARKED = 'parked';

/**
 * Takes a partner's message: stored first, then applied, and only then answered. The same message again has no effect.
 * One that is refused — it makes no sense, contradicts what is known, is about something unknown — is laid aside with a
 * task and its reason: never silently applied, never lost. When it comes again it is tried again.
 * @throws whatever may pass, such as a database that is away: the partner sends it again
 */
export const receiveMessage =
  (uses: Uses) =>
  async (message: IncomingMessage, apply: () => Promise<string>): Promise<MessageOutcome> => {
    const { inbox } = uses;
    const { id, status, outcome, reused } = await inbox.receive(message);
    if (reused) {
      await park(uses, id, message, 'message/id-reused');
      return { outcome: PARKED };
    }
    if (status === 'applied') return { outcome: outcome ?? 'applied' };
    try {
      const came = await apply();
      await inbox.applied(id, came);
      if (status === PARKED) {
        const at = await uses.clock.now();
        await cancelTasksAbout(uses)({ subject: { kind: 'message', id }, by: 'process:inbox', at });
      }
      return { outcome: came };
    } catch (error) {
      const reason = reasonToPark(error);
      if (reason === undefined) throw error;
      await park(uses, id, message, reason);
      return { outcome: PARKED };
    }
  };

/** Those that nobody delivered again after something failed: a person looks at them. Answers how many. */
export const parkForgottenMessages = (uses: Uses) => async (): Promise<number> => {
  const left = await uses.inbox.left(15, 500);
  for (const { id, source } of left) await park(uses, id, { source }, 'message/never-applied');
  return left.length;
};

async function park(
  uses: Uses,
  id: string,
  { source }: Pick<IncomingMessage, 'source'>,
  reason: string,
): Promise<void> {
  await uses.inbox.parked(id, reason);
  await openTaskAbout(uses)({
    kind: kindOf(reason),
    subject: { kind: 'message', id },
    reason: `${source}: ${reason}`,
    district: HEADQUARTERS,
    commandId: `inbox:${id}:${reason}`,
    by: 'process:inbox',
    at: await uses.clock.now(),
  });
}

const kindOf = (reason: string): TaskKind =>
  reason.startsWith('test/') && reason !== 'test/not-found' ? 'contradicting-result' : 'message-parked';

function reasonToPark(error: unknown): string | undefined {
  if (error instanceof StaleAggregate) return undefined;
  if (error instanceof DomainError) return error.code;
  const { name } = error as { name?: string };
  if (name === 'ZodError') return 'message/unreadable';
  return name === 'CommandIdReused' ? 'message/id-reused' : undefined;
}
