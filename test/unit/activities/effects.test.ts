import { describe, expect, jest, test } from '@jest/globals';
import { callOff, effect } from '../../../activities/effect.ts';
import {
  ExternalSystemRefused,
  ExternalSystemUnavailable,
} from '../../../activities/ports/external-system.ts';
import { effectLog } from './effect-log-in-memory.ts';

const CASE = '01900000-0000-7000-8000-000000000001';
const KEY = `case:${CASE}:release-notice`;
const asked = { name: 'release-notice', key: KEY, owner: { kind: 'case', id: CASE } } as const;

const partner = (reference: string) => jest.fn(() => Promise.resolve(reference));
const nothingThere = jest.fn(() => Promise.resolve(undefined));

describe('an effect', () => {
  test('with a key of another shape than the catalogue says is refused before anything is done', async () => {
    const { log, steps } = effectLog();
    const call = partner('M-1');
    const misspelt = { ...asked, key: `${KEY}:attempt-2` };
    await expect(effect(log, misspelt, call)).rejects.toThrow('not a key of release-notice');
    expect(steps).toEqual([]);
    expect(call).not.toHaveBeenCalled();
  });

  test('is intended before the call and settled after it', async () => {
    const { log, steps } = effectLog();
    const call = jest.fn(() => {
      steps.push('call');
      return Promise.resolve('M-1');
    });
    expect(await effect(log, asked, call)).toBe('M-1');
    expect(steps).toEqual(['intend', 'call', 'settle M-1']);
  });

  test('that is done is not called again', async () => {
    const { log } = effectLog();
    const call = partner('M-1');
    await effect(log, asked, call, nothingThere);
    expect(await effect(log, asked, call, nothingThere)).toBe('M-1');
    expect(call).toHaveBeenCalledTimes(1);
  });

  test('that is new is not looked for', async () => {
    const { log } = effectLog();
    const find = partner('M-0');
    expect(await effect(log, asked, partner('M-1'), find)).toBe('M-1');
    expect(find).not.toHaveBeenCalled();
  });
});

describe('after a crash between call and result', () => {
  const crashed = async (settlesInMilliseconds = 0) => {
    const { log, steps } = effectLog(settlesInMilliseconds);
    await log.intend({ ...asked, system: 'sms' });
    steps.length = 0;
    return { log, steps };
  };
  test('a partner that knows our key is asked again with it', async () => {
    const { log, steps } = await crashed();
    const call = partner('M-1');
    expect(await effect(log, asked, call)).toBe('M-1');
    expect(call).toHaveBeenCalledTimes(1);
    expect(steps).toEqual(['intend', 'call again', 'settle M-1']);
  });
  test('what the partner has already is taken over and not sent twice', async () => {
    const { log, steps } = await crashed();
    const call = partner('M-2');
    expect(await effect(log, asked, call, partner('M-1'))).toBe('M-1');
    expect(call).not.toHaveBeenCalled();
    expect(steps).toEqual(['intend', 'settle M-1']);
  });
  test('what the partner does not have is sent', async () => {
    const { log } = await crashed();
    expect(await effect(log, asked, partner('M-2'), nothingThere)).toBe('M-2');
  });
  test('nothing is sent while what was sent may still go out, and the partner is asked again soon', async () => {
    for (const [open, retryAfterMilliseconds] of [
      [40_000, 5_000],
      [1_200, 1_200],
    ] as const) {
      const { log, steps } = await crashed(open);
      const call = partner('M-2');
      await expect(effect(log, asked, call, nothingThere)).rejects.toMatchObject({
        ...{ name: 'ExternalSystemUnavailable', system: 'sms', code: 'settling', retryAfterMilliseconds },
      });
      expect(call).not.toHaveBeenCalled();
      expect(steps).toEqual(['intend']);
      expect(await effect(log, asked, call, partner('M-1'))).toBe('M-1');
    }
  });
  test('afterwards it is sent, and settles anew from that call on', async () => {
    const { log, steps } = await crashed();
    await effect(log, asked, partner('M-2'), nothingThere);
    expect(steps).toEqual(['intend', 'call again', 'settle M-2']);
  });
  test('a partner that knows our key is asked at once, whatever is under way there', async () => {
    const key = `case:${CASE}:registration`;
    const { log } = effectLog(40_000);
    await log.intend({ ...asked, key, system: 'registry' });
    const registration = { ...asked, name: 'registration', key } as const;
    expect(await effect(log, registration, partner('KR-1'), nothingThere)).toBe('KR-1');
  });
  test('nothing is sent while the partner cannot say whether it has it', async () => {
    const { log } = await crashed();
    const call = partner('M-2');
    const find = () => Promise.reject(new ExternalSystemUnavailable('sms', '503'));
    await expect(effect(log, asked, call, find)).rejects.toThrow(ExternalSystemUnavailable);
    expect(call).not.toHaveBeenCalled();
  });
});

describe('a failure', () => {
  test('for good is remembered and told', async () => {
    const { log, steps } = effectLog();
    const call = () => Promise.reject(new ExternalSystemRefused('sms', '422'));
    await expect(effect(log, asked, call)).rejects.toThrow(ExternalSystemRefused);
    expect(steps).toEqual(['intend', 'refuse 422']);
  });
  test('that may pass leaves the effect unknown, to be tried again', async () => {
    const { log, steps } = effectLog();
    const call = () => Promise.reject(new ExternalSystemUnavailable('sms', '503'));
    await expect(effect(log, asked, call)).rejects.toThrow(ExternalSystemUnavailable);
    expect(steps).toEqual(['intend']);
    expect(await log.intend({ ...asked, system: 'sms' })).toMatchObject({ status: 'unknown' });
  });
  test.each(['circuit-open', 'http-429'])('%s: nothing was taken, so nothing settles', async (code) => {
    const { log, steps } = effectLog();
    const call = () => Promise.reject(new ExternalSystemUnavailable('sms', code));
    await expect(effect(log, asked, call)).rejects.toThrow(ExternalSystemUnavailable);
    expect(steps).toEqual(['intend', 'never taken']);
  });
});

test('a later call that was never taken says nothing of an earlier one to a partner that knows our key', async () => {
  const { log, steps } = effectLog();
  const registration = { ...asked, name: 'registration', key: `case:${CASE}:registration` } as const;
  const fails = (code: string) => effect(log, registration, () => Promise.reject(unavailable(code)));
  const unavailable = (code: string) => new ExternalSystemUnavailable('registry', code);
  await expect(fails('timed-out')).rejects.toThrow(ExternalSystemUnavailable);
  await expect(fails('http-429')).rejects.toThrow(ExternalSystemUnavailable);
  expect(steps).toEqual(['intend', 'intend', 'call again']);
});

describe('an effect that is owed no more', () => {
  test('was never attempted: nobody is asked', async () => {
    const { log, steps } = effectLog();
    const find = partner('m-1');
    await callOff(log, KEY, find);
    expect(find).not.toHaveBeenCalled();
    expect(steps).toEqual([]);
  });
  test('was done, as the partner says: its result is stored after all', async () => {
    const { log, steps } = effectLog();
    await log.intend({ ...asked, system: 'sms' });
    await callOff(log, KEY, partner('m-1'));
    expect(steps).toEqual(['intend', 'settle m-1']);
  });
  test('was not done: its intent is closed', async () => {
    const { log, steps } = effectLog();
    await log.intend({ ...asked, system: 'sms' });
    await callOff(log, KEY, nothingThere);
    expect(steps).toEqual(['intend', 'refuse called-off']);
  });
  test('may still be done: it stays open, and the partner is asked again soon', async () => {
    const { log, steps } = effectLog(40_000);
    await log.intend({ ...asked, system: 'sms' });
    const again = { system: 'sms', code: 'settling', retryAfterMilliseconds: 5_000 };
    await expect(callOff(log, KEY, nothingThere)).rejects.toMatchObject(again);
    expect(steps).toEqual(['intend']);
    await callOff(log, KEY, partner('m-1'));
    expect(steps).toEqual(['intend', 'settle m-1']);
  });
  test('is known to be done: it stays as it is', async () => {
    const { log, steps } = effectLog();
    await effect(log, asked, partner('m-1'));
    await callOff(log, KEY, nothingThere);
    expect(steps).toEqual(['intend', 'settle m-1']);
  });
});
