import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { callPartner } from '../../../activities/adapters/http/call-partner.ts';
import { circuits } from '../../../activities/adapters/http/circuits.ts';
import { retryAfterMilliseconds } from '../../../activities/adapters/http/retry-after.ts';
import { atTheEdge } from '../../../activities/adapters/temporal/activity-edge.ts';
import {
  ExternalSystemRefused,
  ExternalSystemUnavailable,
} from '../../../activities/ports/external-system.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function partner(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const ask = (url: string, more = {}) =>
  callPartner(
    { system: 'sms', url, method: 'GET', headers: {}, timeoutMilliseconds: 5_000, ...more },
    z.object({ a: z.number() }),
  );

describe('a call to a partner', () => {
  test('reads no more of an answer than it may be long', async () => {
    let sent = 0;
    const url = await partner((_request, response) => {
      const chunk = Buffer.alloc(1_048_576, '<');
      const more = (): void => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
      };
      more();
    });
    await expect(ask(url)).rejects.toMatchObject({ name: 'ExternalSystemUnavailable', code: 'garbage' });
    expect(sent).toBeLessThan(50);
  });
  test('follows nobody who sends it elsewhere', async () => {
    const elsewhere = await partner((_request, response) => response.end('{"a":1}'));
    const url = await partner((_request, response) => response.writeHead(307, { location: elsewhere }).end());
    await expect(ask(url)).rejects.toMatchObject({ code: 'garbage' });
    expect(await ask(elsewhere)).toEqual({ a: 1 });
  });
  test('tells how long the partner wants to be left alone', async () => {
    const url = await partner((_request, response) =>
      response.writeHead(429, { 'retry-after': '7' }).end('{}'),
    );
    await expect(ask(url)).rejects.toMatchObject({ code: 'http-429', retryAfterMilliseconds: 7_000 });
  });
  test('a refusal is told in our words where its body is understood, by its status elsewhere', async () => {
    const url = await partner((_request, response) => response.writeHead(403).end('{"code":"REJECT"}'));
    const refusal = (body: unknown) =>
      (body as { code: string }).code === 'REJECT' ? new ExternalSystemRefused('sms', 'declined') : undefined;
    await expect(ask(url, { refusal })).rejects.toMatchObject({ code: 'declined' });
    await expect(ask(url)).rejects.toMatchObject({ code: 'http-403' });
  });
  test('is not made while the circuit is open', async () => {
    let asked = 0;
    const url = await partner((_request, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    const spared = circuits({
      opensAfter: 2,
      pauseMilliseconds: 1_000,
      now: () => 0,
      onChange: () => undefined,
    });
    const codes: unknown[] = [];
    for (let times = 0; times < 3; times += 1) {
      codes.push(
        await ask(url, { circuit: spared.of('sms') }).catch((error: { code: string }) => error.code),
      );
    }
    expect(codes).toEqual(['http-503', 'http-503', 'circuit-open']);
    expect(asked).toBe(2);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 2, 1);
  test.each([
    ['3', 3_000],
    [' 3 ', 3_000],
    ['Sun, 01 Mar 2026 00:00:10 GMT', 10_000],
    ['86400', 45_000],
    ['0', undefined],
    ['-3', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    ['Sat, 28 Feb 2026 00:00:00 GMT', undefined],
  ])('%p is %p milliseconds', (header, wait) => expect(retryAfterMilliseconds(header, now)).toBe(wait));
});

describe('at the edge of an activity', () => {
  const failure = (error: Error): Promise<unknown> =>
    atTheEdge({ fails: (_input: never) => Promise.reject<unknown>(error) }, () => undefined)
      .fails(undefined as never)
      .catch((reason: unknown) => reason);
  test('the partner’s wish becomes the delay of the next try', async () => {
    expect(await failure(new ExternalSystemUnavailable('sms', 'circuit-open', 1_234))).toMatchObject({
      type: 'ExternalSystemUnavailable',
      nonRetryable: false,
      nextRetryDelay: 1_234,
    });
  });
  test('without a wish the policy’s own delays hold', async () => {
    expect(await failure(new ExternalSystemUnavailable('sms', 'http-503'))).not.toHaveProperty(
      'nextRetryDelay',
      expect.any(Number),
    );
  });
  test('a refusal is not tried again', async () => {
    expect(await failure(new ExternalSystemRefused('payment', 'limit-exceeded'))).toMatchObject({
      nonRetryable: true,
      message: 'payment refused: limit-exceeded',
    });
  });
});

describe('answers that make no sense', () => {
  const codesOf = async (codes: readonly (string | undefined)[]): Promise<readonly unknown[]> => {
    const left = [...codes];
    const step = async (_input: never): Promise<void> => {
      const code = left.shift();
      if (code !== undefined) throw new ExternalSystemUnavailable('delivery', code);
    };
    const { ask } = atTheEdge(
      { ask: step },
      () => undefined,
      () => 'run/1',
    );
    const types: unknown[] = [];
    for (const _one of codes)
      types.push(
        await ask(undefined as never).then(
          () => 'done',
          ({ type }: { type: string }) => type.replace('ExternalSystem', ''),
        ),
      );
    return types;
  };
  const [nonsense, times] = ['garbage', (count: number, code = 'garbage') => Array<string>(count).fill(code)];

  test('time after time are a refusal, for a person', async () => {
    expect(await codesOf(times(5))).toEqual([...times(4, 'Unavailable'), 'Refused']);
    expect(await codesOf(times(5, 'result-unknown'))).toContain('Refused');
  });
  test('are forgiven where an outage or an answer comes between', async () => {
    const between = [...times(4), 'timed-out', ...times(4), undefined, ...times(4)];
    expect(await codesOf(between)).not.toContain('Refused');
  });
  test('are counted on where the partner was not asked', async () => {
    expect(await codesOf([...times(4), 'settling', 'circuit-open', nonsense])).toContain('Refused');
  });
  test('of another step count for themselves; an outage never counts', async () => {
    let step = 0;
    const { ask } = atTheEdge(
      { ask: (_input: never) => Promise.reject(new ExternalSystemUnavailable('delivery', nonsense)) },
      () => undefined,
      () => `run/${(step += 1)}`,
    );
    for (const _time of times(6))
      await expect(ask(undefined as never)).rejects.toMatchObject({ type: 'ExternalSystemUnavailable' });
    expect(await codesOf(times(40, 'timed-out'))).not.toContain('Refused');
  });
});
