import { expect, test } from '@jest/globals';
import { isUnsettled } from '../../../activities/effect.ts';
import { sendIsolationNotice } from '../../../activities/isolation-management/notify-isolation.ts';
import { sendReleaseNotice } from '../../../activities/isolation-management/notify-release.ts';
import type { Uses } from '../../../activities/uses.ts';
import { aPerson, registered } from '../../support/person-fixtures.ts';
import { effectLog } from './effect-log-in-memory.ts';
import { gateway } from './gateway-in-memory.ts';

const ID = '01900000-0000-7000-8000-0000000000e1';
const step = { id: ID, at: '2026-03-10T00:00:00Z', commandId: 'c' };

/** A quarantine, its gateway, and how long what was sent may still go out there. */
function quarantined(settlesInMilliseconds = 0) {
  const { log, atTheCall } = effectLog(settlesInMilliseconds);
  const state: Record<string, unknown> = { kind: 'quarantine', stage: 'ordered', personId: ID };
  const person = aPerson();
  person.execute(registered());
  const { sent, texts } = gateway();
  const uses = {
    effects: log,
    isolations: {
      load: async () => ({ aggregate: { state: { ...state }, news: [], execute: () => undefined } }),
    },
    people: { load: async () => ({ aggregate: person }) },
    lookups: { hasDied: async () => false },
    texts,
  } as unknown as Uses;
  const end = () => Object.assign(state, { stage: 'ended', endedBecause: 'released' });
  return { uses, log, sent, end, atTheCall };
}
const NOTICE = `isolation:${ID}:quarantine-notice`;
const RELEASE = `isolation:${ID}:quarantine-release-notice`;

test('the notice of the end waits while the notice of the order may still go out', async () => {
  const { uses, log, sent, end } = quarantined(40_000);
  const owner = { kind: 'isolation', id: ID };
  await log.intend({ key: NOTICE, name: 'quarantine-notice', system: 'sms', owner });
  end();
  await expect(sendReleaseNotice(uses)(step)).rejects.toMatchObject({ code: 'settling' });
  expect(sent).toEqual([]);
  sent.push(NOTICE); // late, but it did
  await sendReleaseNotice(uses)(step);
  expect(sent).toEqual([NOTICE, RELEASE]);
});

test('an order that ends at the moment of its notice is not told of any more', async () => {
  const { uses, log, sent, end, atTheCall } = quarantined();
  atTheCall.push(end);
  await sendIsolationNotice(uses)(step);
  expect(sent).toEqual([]);
  expect(await isUnsettled(log, NOTICE)).toBe(false);
  await sendReleaseNotice(uses)(step);
  expect(sent).toEqual([RELEASE]);
});

test('an order that stands is told of', async () => {
  const { uses, sent } = quarantined();
  await sendIsolationNotice(uses)(step);
  expect(sent).toEqual([NOTICE]);
});
