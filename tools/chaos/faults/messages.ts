import { createHmac, randomUUID } from 'node:crypto';
import { caseProcessId, NEWS_SIGNAL, PROCESS_QUEUE, type News } from '../../../activities/ports/processes.ts';
import { reactionsTo } from '../../../activities/policies.ts';
import { insist, untilItHappens } from '../patience.ts';
import type { World } from '../world.ts';
import type { SignalFault, WebhookFault } from './fault.ts';

/** What the relay tells a case's process. */
async function newsOf({ read }: World, caseId: string): Promise<News[]> {
  const rows = await read<{ aggregateId: string; version: number; type: News['type']; at: Date }>(
    `select aggregate_id as "aggregateId", version, type, at from domain_event where case_id = $1 order by seq`,
    [caseId],
  );
  return rows
    .filter(({ type }) => reactionsTo(type).some(({ process }) => process === 'caseLifecycle'))
    .map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
}

/** Tells a process again what it was told, in order or not; or something before it has begun. */
export async function signalAgain(
  world: World,
  { how }: SignalFault,
  caseId: string | undefined,
): Promise<boolean> {
  if (caseId === undefined) return false;
  const news = await newsOf(world, caseId);
  if (how === 'reordered') news.reverse();
  const handle = caseProcessId(caseId);
  await world.engine(async (client) => {
    try {
      if (how === 'before-start') {
        // As a relay would that saw a later event first: the process begins by a signal.
        await client.workflow.signalWithStart('caseLifecycle', {
          workflowId: handle,
          taskQueue: PROCESS_QUEUE,
          args: [{ v: 1, caseId, news: [] }],
          signal: NEWS_SIGNAL,
          signalArgs: [news.slice(-1)],
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        });
      } else {
        for (const one of how === 'twice' ? [...news, ...news] : news)
          await client.workflow.getHandle(handle).signal(NEWS_SIGNAL, [one]);
      }
    } catch (error) {
      // It has ended already: nobody to tell any more.
      if (!/NotFound|AlreadyStarted/.test((error as Error).name)) throw error;
    }
  });
  return true;
}

type Ordered = Readonly<{ id: string; specimen: string }>;

/** Messages as a partner signs them, about a test that was ordered. Answers whether each was treated as it must be. */
export async function sendWebhook(
  { stack, read }: World,
  { how }: WebhookFault,
  { known, over }: Readonly<{ known: () => readonly string[]; over: () => boolean }>,
): Promise<{ sent: boolean; wrong: readonly string[] }> {
  const ordered = (): Promise<readonly Ordered[]> =>
    read<Ordered>(
      `select id, state ->> 'specimenId' as specimen from test where state ->> 'caseId' = any ($1) order by id desc limit 1`,
      [known()],
    );
  let test: Ordered | undefined;
  if (how === 'unknown-order') test = { id: randomUUID(), specimen: 'unknown' };
  else await untilItHappens(async () => ([test] = await ordered()).length > 0 || over());
  if (test === undefined) return { sent: false, wrong: [] };
  const body = JSON.stringify({
    resourceType: 'DiagnosticReport',
    id: randomUUID(),
    status: 'final',
    identifier: [{ system: 'urn:bangyeok:test', value: test.id }],
    specimen: [{ identifier: { system: 'urn:bangyeok:specimen', value: test.specimen } }],
    issued: new Date().toISOString(),
    conclusionCode: [
      {
        coding: [
          {
            system: 'http://snomed.info/sct',
            code: test.specimen.endsWith('-POS') ? '10828004' : '260385009',
          },
        ],
      },
    ],
  });
  const messageId = randomUUID();
  const age = how === 'late' ? 2 * 86_400 : 0;
  const secret = how === 'forged' ? 'somebody-else-entirely' : stack.credentials.laboratory.webhookSecret;
  const post = (): Promise<number> =>
    insist(async () => {
      const timestamp = String(Math.floor(Date.now() / 1_000) - age);
      const signature = createHmac('sha256', secret)
        .update(`${timestamp}.${messageId}.${body}`)
        .digest('hex');
      const { status } = await fetch(`${stack.addresses.api}/webhooks/pcr-laboratory`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-bangyeok-message-id': messageId,
          'x-bangyeok-timestamp': timestamp,
          'x-bangyeok-signature': `v1=${signature}`,
        },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      if (status >= 500) throw new Error(`webhook was answered ${status}`);
      return status;
    });
  const times = how === 'duplicated' ? 5 : 1;
  const statuses = await Promise.all(Array.from({ length: times }, () => post()));
  const refused = how === 'forged' || how === 'late';
  const wrong = statuses.filter((status) => (refused ? status !== 401 : status === 401));
  return { sent: true, wrong: wrong.map((status) => `a ${how} webhook was answered ${status}`) };
}
