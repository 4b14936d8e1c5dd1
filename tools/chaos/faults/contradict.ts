import { randomUUID } from 'node:crypto';
import { insist, untilItHappens } from '../patience.ts';
import { control, simulatorOf } from '../simulators.ts';
import type { World } from '../world.ts';
import { contradiction, type ContradictionName } from './contradictions.ts';
import type { ContradictionFault } from './fault.ts';

/** What a partner has told otherwise, and under which message’s id. */
export type Contradicted = Readonly<{
  what: ContradictionName;
  system: string;
  messageId: string;
  /** How the command's id begins that asks staff about it, where it may be booked. */
  asksAs: string | undefined;
}>;
type Sent = Readonly<{ messageId: string; at: string; body: string }>;
type Circumstances = Readonly<{
  since: string;
  over: () => boolean;
  /** What was said and is taken back by another fault: what became of each is told apart. */
  taken: Set<string>;
}>;

/** Waits until we have booked something that can be taken back, and lets its partner take it back. */
export async function contradict(
  { simulators, read }: World,
  { what }: ContradictionFault,
  { since, over, taken }: Circumstances,
): Promise<Contradicted | undefined> {
  const { system, of, asksAs } = contradiction(what);
  const simulator = simulatorOf(simulators, system);

  let earlier: Sent | undefined;
  const isBooked = async (): Promise<boolean> => {
    const { callbacks } = await control<{ callbacks: readonly Sent[] }>(simulator, { path: '/callbacks' });
    const said = callbacks.filter(
      ({ at, body, messageId }) =>
        at >= since &&
        !taken.has(messageId) &&
        of(JSON.parse(body) as Readonly<Record<string, unknown>>) !== undefined,
    );
    const booked = await read<{ id: string }>(
      `select message_id as id from inbox_message
       where source = $1 and message_id = any ($2) and status = 'applied'`,
      [system, said.map(({ messageId }) => messageId)],
    );
    earlier = said.find(
      ({ messageId }) => !taken.has(messageId) && booked.some(({ id }) => id === messageId),
    );
    if (earlier !== undefined) taken.add(earlier.messageId);
    return earlier !== undefined;
  };
  await untilItHappens(async () => (await isBooked()) || over());
  if (earlier === undefined) return undefined;
  const messageId = randomUUID();
  const said = JSON.parse(earlier.body) as Readonly<Record<string, unknown>>;
  const message = of(said);
  await insist(async () => {
    const { status } = await control<{ status: number }>(simulator, {
      path: '/send',
      body: { messageId, message },
    });
    if (status < 200 || status >= 300) throw new Error(`${system}: “${what}” was answered ${status}`);
  });
  return { what, system, messageId, asksAs: asksAs?.(said) };
}
