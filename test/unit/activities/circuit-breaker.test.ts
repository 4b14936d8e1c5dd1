import { describe, expect, test } from '@jest/globals';
import { circuits } from '../../../activities/adapters/http/circuits.ts';
import {
  ExternalSystemRefused,
  ExternalSystemUnavailable,
} from '../../../activities/ports/external-system.ts';

/** Circuits on a clock of the test's own. */
function world() {
  let time = 0;
  const changes: string[] = [];
  const all = circuits({
    opensAfter: 3,
    pauseMilliseconds: 1_000,
    now: () => time,
    onChange: (system, state) => changes.push(`${system} ${state}`),
  });
  let asked = 0;
  const call = (answer: () => Promise<string>) => async () => {
    asked += 1;
    return answer();
  };
  const sms = all.of('sms');
  return {
    all,
    sms,
    changes,
    asked: () => asked,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    ok: (circuit = sms) => circuit.run(call(async () => 'done')),
    down: (retryAfter?: number) =>
      sms
        .run(call(() => Promise.reject(new ExternalSystemUnavailable('sms', 'http-503', retryAfter))))
        .catch((error: unknown) => error),
    refused: () =>
      sms
        .run(call(() => Promise.reject(new ExternalSystemRefused('sms', 'http-422'))))
        .catch((error: unknown) => error),
  };
}

const isOpen = (retryAfterMilliseconds: number) =>
  expect.objectContaining({
    name: 'ExternalSystemUnavailable',
    code: 'circuit-open',
    retryAfterMilliseconds,
  });

describe('a circuit', () => {
  test('opens after so many calls in a row without an answer, and then nobody asks', async () => {
    const { sms, asked, down } = world();
    for (let times = 0; times < 3; times += 1) expect(await down()).toMatchObject({ code: 'http-503' });
    expect(sms.state).toBe('open');
    expect(await down()).toEqual(isOpen(1_000));
    expect(asked()).toBe(3);
  });
  test('says how long to wait, less and less', async () => {
    const { down, pass } = world();
    for (let times = 0; times < 3; times += 1) await down();
    pass(400);
    expect(await down()).toEqual(isOpen(600));
  });
  test('waits as long as the system asks for', async () => {
    const { down } = world();
    for (let times = 0; times < 3; times += 1) await down(5_000);
    expect(await down()).toEqual(isOpen(5_000));
  });
  test('an answer in between, even a refusal, begins the count again', async () => {
    const { sms, down, refused, ok } = world();
    for (const step of [down, down, refused, down, down, ok, down, down]) await step();
    expect(sms.state).toBe('closed');
    await down();
    expect(sms.state).toBe('open');
  });
  test('after the pause one call tries, all others wait for it, and its answer closes', async () => {
    const { sms, asked, down, ok, pass, changes } = world();
    for (let times = 0; times < 3; times += 1) await down();
    pass(1_000);
    let answer: (text: string) => void = () => undefined;
    const probe = sms.run(() => new Promise<string>((resolve) => (answer = resolve)));
    expect(sms.state).toBe('half-open');
    expect(await down()).toEqual(isOpen(1_000));
    expect(asked()).toBe(3);
    answer('back');
    expect(await probe).toBe('back');
    expect(await ok()).toBe('done');
    expect(changes).toEqual(['sms open', 'sms half-open', 'sms closed']);
  });
  test('a probe in vain opens it for another pause; a refused one closes it', async () => {
    const { sms, asked, down, refused, pass } = world();
    for (let times = 0; times < 3; times += 1) await down();
    pass(1_000);
    expect(await down()).toMatchObject({ code: 'http-503' });
    expect(await down()).toEqual(isOpen(1_000));
    expect(asked()).toBe(4);
    pass(1_000);
    await refused();
    expect(sms.state).toBe('closed');
  });
  test('a call that began before and fails late neither opens it again nor lengthens the pause', async () => {
    const { sms, down, pass } = world();
    let fail: (error: Error) => void = () => undefined;
    const late = sms.run(() => new Promise<string>((_resolve, reject) => (fail = reject)));
    for (let times = 0; times < 3; times += 1) await down();
    pass(600);
    fail(new ExternalSystemUnavailable('sms', 'timed-out'));
    await expect(late).rejects.toMatchObject({ code: 'timed-out' });
    expect(await down()).toEqual(isOpen(400));
  });
  test('is each system’s own', async () => {
    const { all, down, ok } = world();
    for (let times = 0; times < 3; times += 1) await down();
    expect(await ok(all.of('registry'))).toBe('done');
    expect(all.states()).toEqual({ sms: 'open', registry: 'closed' });
  });
});
