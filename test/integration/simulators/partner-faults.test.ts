import { describe, expect, test } from '@jest/globals';
import { circuits } from '../../../activities/adapters/http/circuits.ts';
import { SIMULATORS, type SimulatorName } from '../../../tools/launcher/simulators.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, simulatedPartners } from '../../support/simulated-partners.ts';

const world = forThisFile(simulatedPartners);

/** An effect of each partner under a new key; how to ask for it, and what is known of it by its key. */
type Asking = Readonly<{
  key: string;
  ask: () => Promise<unknown>;
  find: () => Promise<unknown>;
}>;

const lookUp = (name: 'entry-log' | 'card-history', more: object): Asking => {
  const [one, partner] = [orders['look-up'](), world.adapter(name, more)];
  return { key: one.key, ask: () => partner.request(one), find: () => partner.findRequestByKey(one.key) };
};

const ASK: Readonly<Record<SimulatorName, (more?: object) => Asking>> = {
  'pcr-laboratory': (more = {}) => {
    const [one, partner] = [orders['pcr-laboratory'](), world.adapter('pcr-laboratory', more)];
    return { key: one.key, ask: () => partner.order(one), find: () => partner.findOrderByKey(one.key) };
  },
  registry: (more = {}) => {
    const [one, partner] = [orders.registry(), world.adapter('registry', more)];
    return { key: one.key, ask: () => partner.register(one), find: () => partner.findByKey(one.key) };
  },
  sms: (more = {}) => {
    const [one, partner] = [orders.sms(), world.adapter('sms', more)];
    return { key: one.key, ask: () => partner.send(one), find: () => partner.findByKey(one.key) };
  },
  payment: (more = {}) => {
    const [one, partner] = [orders.payment(), world.adapter('payment', more)];
    return { key: one.key, ask: () => partner.pay(one), find: () => partner.findPaymentByKey(one.key) };
  },
  delivery: (more = {}) => {
    const [one, partner] = [orders.delivery(), world.adapter('delivery', more)];
    return { key: one.key, ask: () => partner.ship(one), find: () => partner.findParcelByKey(one.key) };
  },
  'entry-log': (more = {}) => lookUp('entry-log', more),
  'card-history': (more = {}) => lookUp('card-history', more),
  'living-support': (more = {}) => {
    const [one, partner] = [orders['living-support'](), world.adapter('living-support', more)];
    return {
      key: one.key,
      ask: () => partner.transfer(one),
      find: () => partner.findTransferByKey(one.key),
    };
  },
  survey: (more = {}) => {
    const [one, partner] = [orders.survey(), world.adapter('survey', more)];
    return { key: one.key, ask: () => partner.open(one), find: () => partner.findFormByKey(one.key) };
  },
};

describe.each(SIMULATORS)('%s', (name) => {
  const executed = (key: string): Promise<number> => world.executed(name, key);

  test('does what it is asked, and says so when it is asked by key', async () => {
    const { key, ask, find } = ASK[name]();
    expect(await find()).toBeUndefined();
    await ask();
    expect(await executed(key)).toBe(1);
    expect(await find()).toBeDefined();
  });

  test.each([
    [{ kind: 'fail', status: 503 }, 'http-503', 0],
    [{ kind: 'fail', status: 429 }, 'http-429', 0],
    [{ kind: 'delay', milliseconds: 1_500 }, 'timed-out', undefined],
    [{ kind: 'garbage' }, 'garbage', 1],
    [{ kind: 'garbage', bytes: 100_000_000 }, 'garbage', 1],
    [{ kind: 'fail-after-executing' }, 'http-503', 1],
    [{ kind: 'slow-drip' }, 'timed-out', 1],
    [{ kind: 'reset' }, 'unreachable', 1],
  ] as const)('%p may pass, and is told so without a word of what was sent', async (fault, code, done) => {
    const { key, ask } = ASK[name](code === 'timed-out' ? { timeoutMilliseconds: 400 } : {});
    await world.simulator(name).fault({ ...fault, key, times: 1 });
    const error: unknown = await ask().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'ExternalSystemUnavailable', system: name, code });
    expect(String(error)).not.toMatch(/홍길동|1234-?5678/);
    if (done !== undefined) expect(await executed(key)).toBe(done);
  });

  test.each([{ kind: 'fail-after-executing' }, { kind: 'garbage' }, { kind: 'reset' }] as const)(
    '%p: done and its answer lost; asked again, or by key, it is done once',
    async (fault) => {
      const { key, ask, find } = ASK[name]();
      await world.simulator(name).fault({ ...fault, key, times: 1 });
      await expect(ask()).rejects.toMatchObject({ name: 'ExternalSystemUnavailable' });
      expect(await find()).toBeDefined();
      // The SMS gateway knows no key: it is asked before anything is sent again.
      if (name !== 'sms') await ask();
      expect(await executed(key)).toBe(1);
    },
  );

  test('a fault for one key leaves the others alone', async () => {
    const [one, other] = [ASK[name](), ASK[name]()];
    await world.simulator(name).fault({ kind: 'fail', key: one.key, times: 1 });
    await other.ask();
    await expect(one.ask()).rejects.toMatchObject({ code: 'http-503' });
    await one.ask();
  });

  test('is waited for as long as it wishes', async () => {
    const { key, ask } = ASK[name]();
    await world.simulator(name).fault({ kind: 'fail', status: 429, retryAfterSeconds: 3, key, times: 1 });
    await expect(ask()).rejects.toMatchObject({ code: 'http-429', retryAfterMilliseconds: 3_000 });
  });

  test('under a wrong key it refuses, for good', async () => {
    const { ask } = ASK[name]({ apiKey: 'wrong' });
    await expect(ask()).rejects.toMatchObject({
      name: 'ExternalSystemRefused',
      system: name,
      code: 'http-401',
    });
  });

  test('when nobody is there its circuit opens, and it is spared', async () => {
    const spared = circuits({
      opensAfter: 2,
      pauseMilliseconds: 60_000,
      now: () => performance.now(),
      onChange: () => undefined,
    });
    const { ask } = ASK[name]({ baseUrl: 'http://127.0.0.1:9', circuit: spared.of(name) });
    const codes: unknown[] = [];
    for (let times = 0; times < 3; times += 1) {
      codes.push(await ask().catch((error: { code: string }) => error.code));
    }
    expect(codes).toEqual(['unreachable', 'unreachable', 'circuit-open']);
    expect(spared.states()).toEqual({ [name]: 'open' });
  });

  test('names its faults and its magic inputs', async () => {
    const { magic, faults } = await world.simulator(name).control();
    expect(faults).toEqual(expect.arrayContaining(['slow-drip', 'reset', 'lose-callback', 'reorder']));
    for (const one of magic) {
      expect(one).toEqual({ input: expect.any(String), ko: expect.any(String), en: expect.any(String) });
    }
    expect(magic.length).toBeGreaterThan(0);
  });
});
