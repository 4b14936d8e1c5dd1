import type { Response } from 'express';

const CHUNK = 65_536;

/** The answer's bytes trickle, one by one. */
export function dripping(response: Response, milliseconds: number): void {
  cut(response, (bytes, end) => {
    let sent = 0;
    const timer = setInterval(() => {
      response.write(bytes.subarray(sent, (sent += 1)));
      if (sent >= bytes.length) end();
    }, milliseconds);
    response.once('close', () => clearInterval(timer));
  });
}

/** The connection is cut in the middle of the answer. */
export function resetting(response: Response): void {
  cut(response, (bytes) => {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  });
}

/** Nothing that could be understood, and as much of it as asked for. */
export function garbage(response: Response, bytes = 27): void {
  response.status(200).type('text/plain');
  let left = bytes;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      const next = Math.min(left, CHUNK);
      left -= next;
      if (!response.write('<'.repeat(next))) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
}

/** Hands over the bytes of the answer instead of sending them. */
function cut(response: Response, send: (bytes: Buffer, end: () => void) => void): void {
  const end = response.end.bind(response) as () => void;
  response.end = ((chunk: string | Buffer = '') => {
    response.end = end as Response['end'];
    response.flushHeaders();
    send(Buffer.from(chunk as string), end);
    return response;
  }) as Response['end'];
}
