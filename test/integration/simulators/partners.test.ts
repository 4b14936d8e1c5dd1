import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pcrLaboratory } from '../../../activities/adapters/pcr-laboratory/pcr-laboratory.ts';
import { confirmedCaseRegistry } from '../../../activities/adapters/registry/confirmed-case-registry.ts';
import { solapiTextMessages } from '../../../activities/adapters/sms/solapi-text-messages.ts';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { everywhere } from '../../support/webhooks.ts';
import { receiver, simulatorProcess } from '../../support/simulator-process.ts';

const SECRET = 'the-secret-of-this-test';
let hooks: Awaited<ReturnType<typeof receiver>>;
const simulators: Record<
  'pcr-laboratory' | 'sms' | 'registry',
  Awaited<ReturnType<typeof simulatorProcess>>
> = {} as never;
beforeAll(async () => {
  hooks = await receiver();
  const environment = {
    API_KEY: 'key',
    API_SECRET: 'secret',
    WEBHOOK_URL: hooks.url,
    WEBHOOK_SECRET: SECRET,
    RESULT_DELAY_MS: '10',
    STATUS_DELAY_MS: '10',
  };
  await Promise.all(
    (['pcr-laboratory', 'sms', 'registry'] as const).map(async (name) => {
      simulators[name] = await simulatorProcess(name, environment);
    }),
  );
});
afterAll(async () => {
  await Promise.all(Object.values(simulators).map(({ stop }) => stop()));
  await hooks.close();
});

const timeoutMilliseconds = 600;
const laboratory = (apiKey = 'key') =>
  pcrLaboratory({ baseUrl: simulators['pcr-laboratory'].baseUrl, apiKey, timeoutMilliseconds });
const sms = (apiSecret = 'secret') =>
  solapiTextMessages({
    baseUrl: simulators.sms.baseUrl,
    apiKey: 'key',
    apiSecret,
    sender: '021200000',
    timeoutMilliseconds,
  });
const registry = (apiKey = 'key') =>
  confirmedCaseRegistry({ baseUrl: simulators.registry.baseUrl, apiKey, timeoutMilliseconds });
const order = (specimenId = 'S-POS') =>
  ({
    key: randomUUID(),
    testId: randomUUID(),
    purpose: 'diagnostic',
    specimenId,
    orderedAt: '2026-03-01T00:00:00Z',
  }) as const;
const text = (to = '+821012345678') => ({ key: randomUUID(), to, text: '[보건소] 안내' });
const notification = (name = '홍길동') =>
  ({
    key: randomUUID(),
    caseId: randomUUID(),
    confirmedAt: '2026-03-01T00:00:00Z',
    districtCode: '11110',
    person: { name, birthDate: '1980-01-02', sex: 'male', phone: '+821012345678' },
  }) as const;
const reader = (...secrets: string[]) => webhookReader(everywhere(secrets));

/** Each partner: how to ask for an effect, and what it did by key. */
const PARTNERS = {
  'pcr-laboratory': () => {
    const one = order();
    return { key: one.key, ask: () => laboratory().order(one) as Promise<unknown> };
  },
  registry: () => {
    const one = notification();
    return { key: one.key, ask: () => registry().register(one) as Promise<unknown> };
  },
  sms: () => {
    const one = text();
    return { key: one.key, ask: () => sms().send(one) as Promise<unknown> };
  },
};

describe.each(Object.keys(PARTNERS) as (keyof typeof PARTNERS)[])('%s', (name) => {
  const executed = async (key: string): Promise<number> =>
    (await simulators[name].ledger()).find((entry) => entry.key === key)?.executed ?? 0;

  test('does what it is asked', async () => {
    const { key, ask } = PARTNERS[name]();
    await ask();
    expect(await executed(key)).toBe(1);
  });

  test.each([
    [{ kind: 'fail', status: 503 }, 'http-503', 0],
    [{ kind: 'fail', status: 429 }, 'http-429', 0],
    [{ kind: 'delay', milliseconds: 1_500 }, 'timed-out', undefined],
    [{ kind: 'garbage' }, 'garbage', 1],
    [{ kind: 'fail-after-executing' }, 'http-503', 1],
  ] as const)('%p may pass, and is told so without a word of what was sent', async (fault, code, done) => {
    const { key, ask } = PARTNERS[name]();
    await simulators[name].fault({ ...fault, times: 1 });
    const error: unknown = await ask().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ExternalSystemUnavailable', code });
    expect(String(error)).not.toMatch(/홍길동|1234/);
    if (done !== undefined) expect(await executed(key)).toBe(done);
  });

  test('done and its answer lost: asked again it is done once', async () => {
    const { key, ask } = PARTNERS[name]();
    await simulators[name].fault({ kind: 'fail-after-executing', times: 1 });
    await ask().catch(() => undefined);
    if (name === 'sms')
      expect(await sms().findByKey(key)).toMatchObject({ providerMessageId: expect.any(String) });
    else await ask();
    expect(await executed(key)).toBe(1);
  });
});

describe('what is wrong for good', () => {
  test('is a refusal', async () => {
    await expect(laboratory('wrong').order(order())).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-401',
    });
    await expect(sms('wrong').send(text())).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-401',
    });
    await expect(registry().register(notification('REFUSED'))).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      code: 'http-422',
    });
  });
  test('nobody there may pass', async () => {
    const gone = pcrLaboratory({ baseUrl: 'http://127.0.0.1:9', apiKey: 'key', timeoutMilliseconds });
    await expect(gone.order(order())).rejects.toMatchObject({
      name: 'ExternalSystemUnavailable',
      code: 'unreachable',
    });
  });
});

describe('webhooks', () => {
  // What was delayed above is done late and sends its message late: let it come before anything is counted.
  beforeAll(() => new Promise((resolve) => setTimeout(resolve, 2_500)));

  test.each([
    ['S-POS', 'positive'],
    ['S-DOUBT', 'positive'],
    ['S-NEG', 'negative'],
    ['S-IND', 'indeterminate'],
    ['S-1', 'negative'],
  ])('a specimen %s is %s, under either live key', async (specimenId, result) => {
    const before = hooks.messages.length;
    const one = order(specimenId);
    await laboratory().order(one);
    const message = (await hooks.received(before + 1)).at(-1);
    if (message === undefined) throw new Error('no message');
    expect(reader('another-key-that-is-live', SECRET).laboratory(message).read()).toMatchObject({
      testId: one.testId,
      specimenId,
      result,
      isCorrection: false,
      identityInDoubt: specimenId === 'S-DOUBT',
    });
    expect(() => reader('a-key-that-is-not').laboratory(message)).toThrow('signature-wrong');
    expect(() =>
      reader(SECRET).laboratory({ ...message, rawBody: Buffer.from(`${message.rawBody.toString()} `) }),
    ).toThrow('signature-wrong');
  });
  test('one that is not taken comes again with the same id', async () => {
    const before = hooks.messages.length;
    hooks.refuse(2);
    await laboratory().order(order());
    const ids = (await hooks.received(before + 3))
      .slice(before)
      .map((message) => reader(SECRET).laboratory(message).messageId);
    expect(new Set(ids).size).toBe(1);
  });
  test('a duplicate has the id of the first', async () => {
    const before = hooks.messages.length;
    await simulators['pcr-laboratory'].fault({ kind: 'duplicate-callback', times: 1 });
    await laboratory().order(order());
    const [first, second] = (await hooks.received(before + 2))
      .slice(before)
      .map((message) => reader(SECRET).laboratory(message).read());
    expect(second?.messageId).toBe(first?.messageId);
  });
  test('a telephone that ends in 0000 is unreachable', async () => {
    const before = hooks.messages.length;
    await sms().send(text('+821012340000'));
    const message = (await hooks.received(before + 1)).at(-1);
    if (message === undefined) throw new Error('no message');
    expect(reader(SECRET).sms(message).read()).toMatchObject({
      kind: 'status',
      delivered: false,
      code: '3058',
    });
  });
});
