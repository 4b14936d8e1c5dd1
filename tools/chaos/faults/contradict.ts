import { randomUUID } from 'node:crypto';
import { insist, until } from '../patience.ts';
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
  const simulator = simulators.find(({ name }) => name === system);
  if (simulator === undefined) throw new Error(`no simulator ${system}`);
  const control = async <Answer>(path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${simulator.url}/control/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`${system}: ${path} was answered ${response.status}`);
    return (await response.json()) as Answer;
  };

  let earlier: Sent | undefined;
  const isBooked = async (): Promise<boolean> => {
    const { callbacks } = await control<{ callbacks: readonly Sent[] }>('callbacks');
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
  await until(async () => (await isBooked()) || over(), 120_000, 250);
  if (earlier === undefined) return undefined;
  const messageId = randomUUID();
  const said = JSON.parse(earlier.body) as Readonly<Record<string, unknown>>;
  const message = of(said);
  await insist(async () => {
    const { status } = await control<{ status: number }>('send', { messageId, message });
    if (status < 200 || status >= 300) throw new Error(`${system}: “${what}” was answered ${status}`);
  });
  return { what, system, messageId, asksAs: asksAs?.(said) };
}
