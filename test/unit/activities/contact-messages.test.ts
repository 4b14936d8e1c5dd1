import { describe, expect, test } from '@jest/globals';
import { isUnsettled } from '../../../activities/effect.ts';
import {
  tellContact,
  type TellContactStep,
} from '../../../activities/epidemiological-investigation/tell-contact.ts';
import { isOwedNoMore } from '../../../activities/upkeep/owed-no-more.ts';
import type { Uses } from '../../../activities/uses.ts';
import { aPerson, registered } from '../../support/person-fixtures.ts';
import { effectLog } from './effect-log-in-memory.ts';
import { gateway } from './gateway-in-memory.ts';

const ID = '01900000-0000-7000-8000-0000000000f1';
const CASE = '01900000-0000-7000-8000-0000000000f2';
type What = TellContactStep['what'];
const keyOf = (what: What, sequence = 1): string => `contact:${ID}:${what}:${sequence}`;

const WATCHED = { stage: 'follow-up', followUp: 'under', followUps: 1, plan: { kind: 'activeSurveillance' } };
const FREED = { ...WATCHED, stage: 'followed-up', followUp: 'completed' };
const UNPLANNED = { stage: 'graded', followUp: 'none', plan: { kind: 'none' } };

/** A contact, the case that may have infected them, their test, and the gateway. */
function contact(stands: object, settlesInMilliseconds = 0) {
  const { log, atTheCall } = effectLog(settlesInMilliseconds);
  const state: Record<string, unknown> = {
    ...{ sourceCaseId: CASE, exposedPersonId: ID, grade: 'close', exposures: [{}] },
    ...stands,
  };
  const source: Record<string, unknown> = { stage: 'confirmed' };
  const theirTest: Record<string, unknown> = { stage: 'ordered', sequence: 1 };
  const person = aPerson();
  person.execute(registered());
  const { sent, texts } = gateway();
  const holding = (held: object) => ({ load: async () => ({ aggregate: { state: { ...held } } }) });
  const uses = {
    effects: log,
    contacts: holding(state),
    cases: holding(source),
    tests: holding(theirTest),
    people: { load: async () => ({ aggregate: person }) },
    lookups: { hasDied: async () => false, testsOfContact: async () => [ID] },
    texts,
  } as unknown as Uses;
  const owner = { kind: 'contact', id: ID, caseId: CASE };
  return {
    ...{ uses, log, sent, atTheCall, source, owner },
    become: (next: object) => Object.assign(state, next),
    testIs: (next: object) => Object.assign(theirTest, next),
    tell: (what: What, sequence = 1) =>
      tellContact(uses)({ id: ID, at: '2026-03-10T00:00:00Z', what, sequence }),
    /** Tried before, and nobody knows with what result. */
    tried: (what: What) => log.intend({ key: keyOf(what), name: what, system: 'sms', owner }),
  };
}
type World = ReturnType<typeof contact>;
const isNoCase = ({ source }: World) => Object.assign(source, { stage: 'withdrawn' });

describe('what a contact has to know', () => {
  test.each([
    ['watch-notice', WATCHED],
    ['contact-notice', UNPLANNED],
    ['contact-notice', { ...FREED, plan: { kind: 'none' } }],
    ['quarantine-test-notice', WATCHED],
    ['quarantine-test-notice', { ...WATCHED, plan: { kind: 'quarantine' } }],
  ] as const)('they are told: %s', async (what, stands) => {
    const { tell, sent } = contact(stands);
    await tell(what);
    expect(sent).toEqual([keyOf(what)]);
  });
  test('also that a watch has ended because the source was no case, if they were told to watch', async () => {
    const world = contact(WATCHED);
    await world.tell('watch-notice');
    isNoCase(world);
    world.become(FREED);
    await world.tell('watch-end-notice');
    expect(world.sent).toEqual([keyOf('watch-notice'), keyOf('watch-end-notice')]);
  });
});

/** Before the message went out. */
const TURNS: readonly (readonly [string, What, object, (world: World) => unknown])[] = [
  ['the source was no case', 'watch-notice', WATCHED, isNoCase],
  ['the source was no case', 'contact-notice', UNPLANNED, isNoCase],
  ['the source was no case', 'quarantine-test-notice', WATCHED, isNoCase],
  ['freed', 'watch-notice', WATCHED, ({ become }) => become(FREED)],
  ['freed', 'quarantine-test-notice', WATCHED, ({ become }) => become(FREED)],
  ['never told to watch', 'watch-end-notice', WATCHED, ({ become }) => become(FREED)],
  ['dropped', 'watch-notice', WATCHED, ({ become }) => become({ stage: 'dropped' })],
  ['dropped', 'contact-notice', UNPLANNED, ({ become }) => become({ stage: 'dropped' })],
  ['a case', 'watch-notice', WATCHED, ({ become }) => become({ stage: 'converted' })],
  ['a case', 'watch-end-notice', FREED, ({ become }) => become({ stage: 'converted' })],
  ['quarantined', 'watch-notice', WATCHED, ({ become }) => become({ plan: { kind: 'quarantine' } })],
  ['watched after all', 'contact-notice', UNPLANNED, ({ become }) => become(WATCHED)],
  ['exposed anew', 'contact-notice', UNPLANNED, ({ become }) => become({ exposures: [{}, {}] })],
  ['watched anew', 'watch-notice', WATCHED, ({ become }) => become({ followUps: 2 })],
  ['watched anew', 'watch-end-notice', FREED, ({ become }) => become({ ...WATCHED, followUps: 2 })],
  ['tested', 'quarantine-test-notice', WATCHED, ({ testIs }) => testIs({ stage: 'collected' })],
  ['tested', 'quarantine-test-notice', WATCHED, ({ testIs }) => testIs({ stage: 'resulted' })],
];

describe('what a contact need not know any more', () => {
  test.each(TURNS)('is not sent: %s, %s', async (_turn, what, stands, turn) => {
    const world = contact(stands);
    await world.tried(what);
    turn(world);
    const unsettled = { key: keyOf(what), name: what, owner: world.owner };
    expect(await isOwedNoMore(world.uses, unsettled)).toBe(true);
    await world.tell(what);
    expect(world.sent).toEqual([]);
    expect(await isUnsettled(world.log, keyOf(what))).toBe(false);
    await world.tell(what); // what was called off is not taken up again
    expect(world.sent).toEqual([]);
  });
  test.each(TURNS.filter(([, what]) => what !== 'watch-end-notice'))(
    'nor when that comes at the moment of the call: %s, %s',
    async (_turn, what, stands, turn) => {
      const world = contact(stands);
      world.atTheCall.push(() => turn(world));
      await world.tell(what);
      expect(world.sent).toEqual([]);
      expect(await isUnsettled(world.log, keyOf(what))).toBe(false);
    },
  );
});

test('a watch is not said to be over while its notice may still go out', async () => {
  const world = contact(WATCHED, 40_000);
  await world.tried('watch-notice');
  world.become(FREED);
  await expect(world.tell('watch-end-notice')).rejects.toMatchObject({ code: 'settling' });
  world.sent.push(keyOf('watch-notice')); // late, but it did
  await world.tell('watch-end-notice');
  expect(world.sent).toEqual([keyOf('watch-notice'), keyOf('watch-end-notice')]);
});
