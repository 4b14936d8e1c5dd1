import { describe, expect, test } from '@jest/globals';
import type { EventRow, Evidence, ProcessView } from '../../../tools/chaos/oracle/evidence.ts';
import { acknowledged } from '../../../tools/chaos/oracle/i1-acknowledged.ts';
import { effectsOnce } from '../../../tools/chaos/oracle/i2-effects.ts';
import { money } from '../../../tools/chaos/oracle/i2-money.ts';
import { progress } from '../../../tools/chaos/oracle/i3-progress.ts';
import { versions } from '../../../tools/chaos/oracle/i4-versions.ts';
import { messages } from '../../../tools/chaos/oracle/i5-messages.ts';
import { order } from '../../../tools/chaos/oracle/i6-order.ts';
import { deadlines } from '../../../tools/chaos/oracle/i10-deadlines.ts';
import { judge } from '../../../tools/chaos/oracle/oracle.ts';
import { wellDone } from '../../support/chaos-evidence.ts';

/** Evidence in which all is well, with one thing changed: each must be told, as what it is. */
const evidence = wellDone();
const kinds = (findings: readonly { kind: string }[]): readonly string[] => findings.map(({ kind }) => kind);
const without = (type: string): readonly EventRow[] => evidence.events.filter((event) => event.type !== type);
const process = (id: string, more: Partial<ProcessView>): Evidence => ({
  ...evidence,
  processes: evidence.processes.map((one) => (one.id.startsWith(id) ? { ...one, ...more } : one)),
});

test('where all is well the oracle finds nothing', () => {
  expect(judge(evidence)).toEqual([]);
});

describe('I1, every acknowledged command is present once', () => {
  test('a command without a stored answer is lost', () => {
    expect(kinds(acknowledged({ ...evidence, handled: new Map() }))).toEqual(['lost']);
  });
  test('an answer whose version is not stored is lost', () => {
    const events = evidence.events.filter(({ version }) => version !== 2);
    expect(kinds(acknowledged({ ...evidence, events }))).toContain('lost');
  });
  test('two answers to one key, or a case that nobody asked for, are duplicates', () => {
    const [first] = evidence.acknowledged;
    if (first === undefined) throw new Error('nothing was acknowledged');
    const twice = { ...evidence, acknowledged: [{ ...first, contradictions: ['another'] }] };
    expect(kinds(acknowledged(twice))).toEqual(['duplicated']);
    expect(kinds(acknowledged({ ...evidence, opened: [...evidence.opened, 'other'] }))).toEqual([
      'duplicated',
    ]);
  });
});

describe('I2, each effect once', () => {
  const [registered] = evidence.ledgers['registry'] ?? [];
  if (registered === undefined) throw new Error('nobody was registered');
  const withLedger = (entries: readonly object[]): Evidence =>
    ({ ...evidence, ledgers: { ...evidence.ledgers, registry: entries } }) as Evidence;

  test('done twice under one key', () => {
    expect(kinds(effectsOnce(withLedger([{ ...registered, executed: 2 }])))).toEqual(['duplicated']);
  });
  test('done again under another key, for the same case', () => {
    const again = { ...registered, key: `${registered.key}:2` };
    expect(kinds(effectsOnce(withLedger([registered, again])))).toContain('duplicated');
  });
  test('done under a key that nobody meant', () => {
    const stray = { ...registered, key: 'something', details: {} };
    expect(kinds(effectsOnce(withLedger([registered, stray])))).toEqual(['duplicated']);
  });
  test('stored as done, and not done', () => {
    expect(kinds(effectsOnce(withLedger([])))).toEqual(['lost']);
  });
  test.each([
    ['meant, and nobody knows what became of it', 'intended', null, ['lost']],
    ['refused without a task', 'refused', 'http-400', ['lost']],
    ['called off', 'refused', 'called-off', []],
    ['too late to be taken back', 'refused', 'too-late', []],
  ] as const)('%s', (_what, status, code, expected) => {
    const effects = evidence.effects.map((effect) => ({ ...effect, status, code }));
    expect(kinds(effectsOnce({ ...evidence, effects, ledgers: {} }))).toEqual(expected);
  });
});

describe('I2, a form’s withdrawal is shown by the form', () => {
  const id = '01900000-0000-7000-8000-0000000000ab';
  const [any] = evidence.effects;
  if (any === undefined) throw new Error('nothing was meant');
  const about = { ...any, system: 'survey', status: 'done', reference: 'f', ownerId: id } as const;
  const effects = [
    { ...about, key: `survey:${id}:form` },
    { ...about, key: `survey:${id}:withdrawal` },
  ];
  test.each([
    ['cancelled', []],
    ['completed', ['lost']],
  ])('a form that is %s', (status, expected) => {
    const form = { key: `survey:${id}:form`, id: 'f', at: '', requested: 1, executed: 1 };
    const survey = [{ ...form, details: { status } }];
    expect(kinds(effectsOnce({ ...evidence, effects, ledgers: { survey } }))).toEqual(expected);
  });
});

describe('I2, an order that was called off is shown by the order', () => {
  const id = '01900000-0000-7000-8000-0000000000ac';
  const [any] = evidence.effects;
  if (any === undefined) throw new Error('nothing was meant');
  const about = { ...any, system: 'delivery', status: 'done', reference: 'order-6', ownerId: id } as const;
  const effects = [
    { ...about, key: `supplies:${id}:parcel:1` },
    { ...about, key: `supplies:${id}:call-off:1` },
  ];
  test.each([
    [['INFORMATION_RECEIVED', 'CANCELLED'], []],
    [['INFORMATION_RECEIVED', 'AT_PICKUP'], ['lost']],
  ])('whose events are %p', (codes, expected) => {
    const order = { key: `supplies:${id}:parcel:1`, id: 'order-6', at: '', requested: 1, executed: 1 };
    const delivery = [{ ...order, details: { events: codes.map((code) => ({ code })) } }];
    expect(kinds(effectsOnce({ ...evidence, effects, ledgers: { delivery } }))).toEqual(expected);
  });
});

describe('I2, the money', () => {
  const id = '01900000-0000-7000-8000-0000000000aa';
  const attempts = [{ payment: { paidWon: 30_000 }, refunds: [{ refundedWon: 10_000 }] }];
  const entry = (step: string, details: object) => ({
    ...{ key: `supplies:${id}:${step}`, id: step, at: '', requested: 1, executed: 1 },
    details: { ...details },
  });
  const paid = entry('payment:1', { kind: 'payment', won: 30_000 });
  const back = entry('refund:1', { kind: 'refund', won: 10_000 });
  const declined = entry('payment:2', { kind: 'payment', won: 5_000, failure: { code: 'REJECTED' } });
  test.each([
    ['is the same in both books', [paid, back, declined], []],
    ['was paid twice', [paid, back, entry('payment:3', { kind: 'payment', won: 30_000 })], ['duplicated']],
    ['was never paid', [], ['lost']],
  ])('%s', (_what, payment, expected) => {
    const aggregates = [{ type: 'supplies', id, version: 1, state: { attempts } }];
    expect(kinds(money({ ...evidence, aggregates, ledgers: { payment } }))).toEqual(expected);
  });
  test('of a claim counts what came back', () => {
    const state = { paidWon: 454_900, recoveries: [{ won: 454_900 }] };
    const claim = { type: 'living-support', id, version: 1, state };
    expect(money({ ...evidence, aggregates: [claim], ledgers: {} })).toEqual([]);
  });
});

describe('I3, nothing stands still', () => {
  test.each([
    [
      'a case that does not move',
      { ...evidence, fates: evidence.fates.map((fate) => ({ ...fate, over: false })) },
    ],
    [
      'a client who was never answered',
      { ...evidence, fates: evidence.fates.map((fate) => ({ ...fate, failure: 'x' })) },
    ],
    ['a process that is missing', { ...evidence, processes: [] }],
    ['a process that goes on after the end', process('case/', { status: 'RUNNING' })],
    [
      'a bulk run that stopped',
      { ...evidence, bulkRuns: evidence.bulkRuns.map((one) => ({ ...one, stage: 'paused' })) },
    ],
    ['a process that ended in an error', { ...evidence, failed: ['case/1: TypeError'] }],
    ['a step that is tried in vain', process('case/', { retrying: ['orderTest for the 9. time'] })],
  ])('%s is stuck', (_what, broken) => {
    expect(new Set(kinds(progress(broken as Evidence)))).toEqual(new Set(['stuck']));
  });
});

describe('I4, versions and states', () => {
  test.each([
    [
      'a gap',
      {
        events: evidence.events.filter(
          ({ version, aggregateType }) => aggregateType !== 'case' || version !== 2,
        ),
      },
    ],
    ['a missing last event', { events: without('ReleasedFromIsolation') }],
    [
      'a state that its events do not add up to',
      {
        aggregates: evidence.aggregates.map((one) =>
          one.type === 'case' ? { ...one, state: { ...one.state, district: '99999' } } : one,
        ),
      },
    ],
  ])('%s is a loss', (_what, change) => {
    expect(kinds(versions({ ...evidence, ...change }))).toEqual(['lost']);
  });
});

describe('I5, messages', () => {
  test('one that waits in the outbox or in the inbox is lost', () => {
    expect(kinds(messages({ ...evidence, unannounced: 1 }))).toEqual(['lost']);
    expect(kinds(messages({ ...evidence, unheard: 1 }))).toEqual(['lost']);
  });
  test('one that an open process was never told is lost', () => {
    const silent = process('case/', { closedAt: null, news: [], startedAt: '2000-01-01T00:00:00.000Z' });
    expect(kinds(messages(silent))).toContain('lost');
  });
  test('a reply that was applied twice is a duplicate', () => {
    const fates = evidence.fates.map((fate) => ({ ...fate, replies: 0 }));
    expect(kinds(messages({ ...evidence, fates }))).toEqual(['duplicated']);
  });
});

describe('I6, order', () => {
  test('an event before the one that it follows from', () => {
    const last = Math.max(...evidence.events.map(({ seq }) => seq));
    const events = evidence.events.map((event) =>
      event.type === 'CaseOpened' ? { ...event, seq: last + 1 } : event,
    );
    expect(new Set(kinds(order({ ...evidence, events })))).toEqual(new Set(['out of order']));
  });
  test('news of something that is not stored', () => {
    const news = [{ aggregateId: 'other', version: 1, type: 'CaseOpened' as const, at: '' }];
    expect(kinds(order(process('case/', { news })))).toEqual(['out of order']);
  });
});

describe('I10, deadlines', () => {
  test('a release before its day is early', () => {
    const events = evidence.events.map((event) =>
      event.type === 'ReleaseCheckPlanned'
        ? { ...event, data: { ...event.data, dueAt: '2999-01-01T00:00:00Z' } }
        : event,
    );
    expect(new Set(kinds(deadlines({ ...evidence, events })))).toEqual(new Set(['out of order']));
  });
  const atHome = (rule: string, nextDueAt: string) => {
    const check = { dueAt: '2999-01-01T00:00:00Z', rule };
    return {
      ...evidence,
      aggregates: evidence.aggregates.map((one) =>
        one.type === 'case' ? { ...one, state: { ...one.state, stage: 'home-treatment', check } } : one,
      ),
      processes: evidence.processes.map((one) => ({ ...one, nextDueAt })),
    };
  };
  test('a check whose process waits for another moment is lost', () => {
    const broken = atHome(evidence.rulesInForce, '2999-01-02T00:00:00Z');
    expect(kinds(deadlines(broken))).toEqual(['lost']);
  });
  test('a case that is left to rules that are no longer in force is lost', () => {
    expect(kinds(deadlines(atHome(evidence.rulesInForce, '2999-01-01T00:00:00Z')))).toEqual([]);
    const broken = atHome('kr-covid-19/2020-06-25/1', '2999-01-01T00:00:00Z');
    expect(kinds(deadlines(broken))).toEqual(['lost']);
  });
});
