import { createHmac } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = Readonly<{
  deliveryId: string;
  timestamp: string;
  signature: string;
  body: string;
  items: readonly Readonly<{ eventId: string; type: string; caseId: string | null }>[];
}>;
type Behaviour = (response: ServerResponse) => void;
export const answers =
  (status: number): Behaviour =>
  (response) =>
    response.writeHead(status).end();
export const hangs: Behaviour = () => undefined;
export const garbage: Behaviour = (response) => response.socket?.end('this is no HTTP\r\n\r\n');

/** Another system that takes events, and behaves as it is told. */
export async function testReceiver() {
  const received: Received[] = [];
  let behaves: Behaviour = answers(200);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const header = (name: string): string => String(request.headers[name]);
      received.push({
        deliveryId: header('bangyeok-id'),
        timestamp: header('bangyeok-timestamp'),
        signature: header('bangyeok-signature'),
        body,
        items: (JSON.parse(body) as Pick<Received, 'items'>).items,
      });
      behaves(response);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received,
    behave: (how: Behaviour): void => {
      behaves = how;
    },
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
export type TestReceiver = Awaited<ReturnType<typeof testReceiver>>;

export const signedBy = (secret: string, { timestamp, deliveryId, body, signature }: Received): boolean =>
  signature
    .split(',')
    .includes(
      `v1=${createHmac('sha256', secret).update(`${timestamp}.${deliveryId}.${body}`).digest('hex')}`,
    );
