import { createSocket } from 'node:dgram';
import { createServer, connect } from 'node:net';

/** Whether something listens on a local port. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1_000 });
    const answer = (taken: boolean) => () => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}

/** Temporal keeps its members' ports in a column of 16 bits with a sign: larger ones crash it at the start. */
export const HIGHEST_TEMPORAL_PORT = 32_767;
const LOWEST = 20_000;

/**
 * Ports that nobody listens on, all of them fit for Temporal. They are this process's until it ends: no other call
 * of any process is given them, also while nothing listens there yet, or while what listened is begun again.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const free: number[] = [];
  const span = HIGHEST_TEMPORAL_PORT - LOWEST;
  for (let offset = 0; free.length < count && offset < span; offset += 1) {
    const port = LOWEST + ((process.pid * 61 + offset) % span);
    if ((await reserve(port)) && (await canListen(port))) free.push(port);
  }
  if (free.length < count)
    throw new Error(`no ${count} free ports between ${LOWEST} and ${HIGHEST_TEMPORAL_PORT}`);
  return free;
}

/** Nothing here speaks UDP: whoever holds a number's UDP port holds the number, and the system frees it with him. */
function reserve(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
      .once('error', () => socket.close(() => resolve(false)))
      .once('listening', () => resolve(true));
    socket.bind({ port, address: '127.0.0.1', exclusive: true }).unref();
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
