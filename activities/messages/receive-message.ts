import { DomainError, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { cancelTasksAbout } from '../cancel-tasks-about.ts';
import type { Heart } from '../ports/heart.ts';
import type { IncomingMessage } from '../ports/inbox.ts';
import type { Uses } from '../uses.ts';
import type { Concern } from './message-concern.ts';
import { MessageUnplaced } from './message-unplaced.ts';
import { park } from './park-message.ts';

/** What the partner is told: what became of its message, or that a person looks at it. */
export type MessageOutcome = Readonly<{ outcome: string }>;

const PARKED = 'parked';

/**
 * Takes a partner's message: stored first, then applied, and only then answered. The same message again has no effect.
 * One that is refused — it makes no sense, contradicts what is known, is about something unknown — is laid aside with a
 * task and its reason: never silently applied, never lost. When it comes again it is tried again.
 * @throws whatever may pass, such as a database that is away: the partner sends it again
 */
export const receiveMessage =
  (uses: Uses) =>
  async (
    message: IncomingMessage,
    apply: () => Promise<string>,
    concern: () => Concern | undefined = () => undefined,
  ): Promise<MessageOutcome> => {
    const { inbox } = uses;
    const { id, status, outcome, reused } = await inbox.receive(message);
    if (reused) {
      const messageId = `${message.messageId}#${message.fingerprint}`;
      const other = await inbox.receive({ ...message, messageId });
      await park(uses, other.id, message, 'message/id-reused', readable(concern));
      return { outcome: PARKED };
    }
    if (status === 'applied') return { outcome: outcome ?? 'applied' };
    try {
      const came = await apply();
      await inbox.applied(id, came);
      if (status === PARKED) await closeItsTask(uses, id);
      return { outcome: came };
    } catch (error) {
      const reason = reasonToPark(error);
      if (reason === undefined) throw error;
      await park(uses, id, message, reason, readable(concern));
      return { outcome: PARKED };
    }
  };

/** Those that nobody delivered again after something failed: a person looks at them. */
export const parkForgottenMessages =
  (uses: Uses & Readonly<{ heart: Heart }>) =>
  async (_step: Readonly<{ at: string }>): Promise<Readonly<{ parked: number }>> => {
    const left = await uses.inbox.left(15, 500);
    for (const { id, source, reason = 'message/never-applied' } of left) {
      uses.heart.beat();
      await park(uses, id, { source }, reason);
    }
    return { parked: left.length };
  };

/** What cannot be read names nothing. */
function readable(concern: () => Concern | undefined): Concern | undefined {
  try {
    return concern();
  } catch (error) {
    if (reasonToPark(error) === 'message/unreadable') return undefined;
    throw error;
  }
}

/** Unless others lie with it: a person still looks at those. */
async function closeItsTask(uses: Uses, id: string): Promise<void> {
  const first = await uses.inbox.nothingLeftWith(id);
  if (first === undefined) return;
  const at = await uses.clock.now();
  await cancelTasksAbout(uses)({ subject: { kind: 'message', id: first }, by: 'process:inbox', at });
}

function reasonToPark(error: unknown): string | undefined {
  if (error instanceof StaleAggregate) return undefined;
  if (error instanceof DomainError || error instanceof MessageUnplaced) return error.code;
  const { name } = error as { name?: string };
  if (name === 'ZodError') return 'message/unreadable';
  return name === 'CommandIdReused' ? 'message/id-reused' : undefined;
}
