import { pause } from '../patience.ts';

/** How a command is sent: once, as two at the same time, or cut off before its answer and sent again. */
export type Manner = 'once' | 'twice' | 'cut';

/** A command that a client sent, and how it was acknowledged. */
export type Acknowledged = Readonly<{
  key: string;
  route: string;
  path: string;
  status: number;
  answer: Readonly<Record<string, unknown>>;
  /** From the first attempt to the acknowledgement. */
  waitedMilliseconds: number;
  /** Answers to the same key that said something else. */
  contradictions: readonly string[];
}>;

export type Command = Readonly<{
  path: string;
  /** The route as the API names it: part of the command's id. */
  route: string;
  key: string;
  body: unknown;
  version?: number;
  manner?: Manner;
}>;

const PATIENCE_MILLISECONDS = 120_000;

/** The client of a health office: it sends until it is answered, always with the same key, and writes down every answer. */
export function commandSender(baseUrl: string, token: string) {
  const journal: Acknowledged[] = [];

  const attempt = async (command: Command, signal: AbortSignal) => {
    const response = await fetch(baseUrl + command.path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': command.key,
        ...(command.version === undefined ? {} : { 'if-match': `"${command.version}"` }),
      },
      body: JSON.stringify(command.body),
      signal,
    });
    return { status: response.status, text: await response.text() };
  };

  const answered = async (command: Command): Promise<{ status: number; text: string }> => {
    for (const begun = performance.now(); ;) {
      try {
        const answer = await attempt(command, AbortSignal.timeout(10_000));
        if (answer.status < 500) return answer;
      } catch {
        // nobody listens at the moment, or the answer was cut off
      }
      if (performance.now() - begun > PATIENCE_MILLISECONDS)
        throw new Error(`${command.route} was not answered within ${PATIENCE_MILLISECONDS / 1_000} s`);
      await pause(150);
    }
  };

  const send = async (command: Command): Promise<Acknowledged> => {
    const begun = performance.now();
    if (command.manner === 'cut') {
      // The client is gone before the answer comes: it cannot know whether the command was taken.
      await attempt(command, AbortSignal.timeout(4)).catch(() => undefined);
    }
    const answers = await Promise.all(
      command.manner === 'twice' ? [answered(command), answered(command)] : [answered(command)],
    );
    const [first] = answers;
    if (first === undefined) throw new Error('no answer');
    const acknowledged: Acknowledged = {
      key: command.key,
      route: command.route,
      path: command.path,
      status: first.status,
      answer: JSON.parse(first.text) as Record<string, unknown>,
      waitedMilliseconds: performance.now() - begun,
      contradictions: answers.filter(({ text }) => text !== first.text).map(({ text }) => text),
    };
    if (first.status < 300) journal.push(acknowledged);
    return acknowledged;
  };

  return { send, journal: journal as readonly Acknowledged[] };
}
export type CommandSender = ReturnType<typeof commandSender>;
