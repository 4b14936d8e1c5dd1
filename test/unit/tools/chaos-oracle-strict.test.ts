import { describe, expect, test } from '@jest/globals';
import type { AggregateRow, Evidence } from '../../../tools/chaos/oracle/evidence.ts';
import { effectsOnce } from '../../../tools/chaos/oracle/i2-effects.ts';
import { progress } from '../../../tools/chaos/oracle/i3-progress.ts';
import { messages } from '../../../tools/chaos/oracle/i5-messages.ts';
import { order } from '../../../tools/chaos/oracle/i6-order.ts';
import { deadlines } from '../../../tools/chaos/oracle/i10-deadlines.ts';
import { wellDone } from '../../support/chaos-evidence.ts';

const evidence = wellDone();
const kinds = (findings: readonly { kind: string }[]): readonly string[] => findings.map(({ kind }) => kind);
const [effect] = evidence.effects;
const [process] = evidence.processes;
if (effect === undefined || process === undefined) throw new Error('nothing was meant, nobody was told');
const { ownerId: CASE } = effect;
const OTHER = '01900000-0000-7000-8000-0000000000ad';

const row = (type: string, state: object, id = OTHER): AggregateRow => ({
  ...{ type, id, version: 1 },
  state: state as AggregateRow['state'],
});
const beside = (...more: readonly AggregateRow[]): Evidence => ({
  ...evidence,
  aggregates: [...evidence.aggregates, ...more],
});

describe('I2, what was refused is a task about whose effect it is', () => {
  const supplies = { kind: 'supplies', id: OTHER };
  const route = { kind: 'route', id: OTHER };
  test.each([
    ['registry', CASE, { kind: 'registration-refused', caseId: CASE }, []],
    ['registry', CASE, { kind: 'process-parked', caseId: CASE }, []],
    ['registry', CASE, { kind: 'no-answer', caseId: CASE }, ['lost']],
    ['registry', CASE, { kind: 'process-parked', caseId: CASE, subject: supplies }, ['lost']],
    ['payment', OTHER, { kind: 'supplies-failed', caseId: CASE, subject: supplies }, []],
    ['payment', OTHER, { kind: 'supplies-failed', caseId: CASE }, ['lost']],
    ['payment', OTHER, { kind: 'address-missing', caseId: CASE, subject: supplies }, ['lost']],
    ['sms', OTHER, { kind: 'message-undeliverable', caseId: CASE, subject: supplies }, []],
    ['sms', CASE, { kind: 'registration-refused', caseId: CASE }, ['lost']],
  ] as const)('%s of %s: %p', (system, ownerId, task, expected) => {
    const effects = [{ ...effect, system, ownerId, status: 'refused', code: 'http-400' } as const];
    const given = { ...beside(row('task', task)), effects, ledgers: {} };
    expect(kinds(effectsOnce(given))).toEqual(expected);
  });
  test.each([
    ['of its own route', { kind: 'survey-refused', caseId: CASE, subject: route }, []],
    ['of another case’s', { kind: 'survey-refused', caseId: OTHER, subject: route }, ['lost']],
  ] as const)('an interview’s is %s', (_whose, task, expected) => {
    const key = `survey:${OTHER.replace(/d$/, 'e')}:form`;
    const form = { ...effect, key, system: 'survey', ownerId: 'survey-1', status: 'refused' } as const;
    const effects = [{ ...form, code: 'http-400' }];
    expect(kinds(effectsOnce({ ...beside(row('task', task)), effects, ledgers: {} }))).toEqual(expected);
  });
  test('a parcel that is sold out is ordered again without it; a round’s question is a missed check', () => {
    const key = `case:${CASE}:monitoring:2026-03-10T09:00`;
    const effects = [
      { ...effect, system: 'delivery', status: 'refused', code: 'out-of-stock' } as const,
      { ...effect, key, system: 'sms', status: 'refused', code: 'http-400' } as const,
    ];
    expect(effectsOnce({ ...evidence, effects, ledgers: {} })).toEqual([]);
  });
});

describe('I2, what was called off', () => {
  test.each([
    [1, ['lost']],
    [0, []],
  ])('and executed %i times', (executed, expected) => {
    const done = { key: effect.key, id: 'x', at: '', requested: 1, executed, details: {} };
    const effects = [{ ...effect, status: 'refused', code: 'called-off' } as const];
    expect(kinds(effectsOnce({ ...evidence, effects, ledgers: { [effect.system]: [done] } }))).toEqual(
      expected,
    );
  });
});

describe('I3, a round', () => {
  const now = Date.parse(evidence.takenAt);
  const round = { kind: 'monitoring-round', key: 'kr/2026-03-10-0900', stage: 'running' };
  test.each([
    ['that waits for answers', new Date(now + 60_000), []],
    ['whose time for answers is over', new Date(now - 60_000), ['stuck']],
    ['that has asked nobody', null, ['stuck']],
  ])('%s', (_what, openUntil, expected) => {
    expect(kinds(progress({ ...evidence, bulkRuns: [{ ...round, openUntil }] }))).toEqual(expected);
  });
});

describe('I6, what a process is told', () => {
  const told = (news: typeof process.news) => order({ ...evidence, processes: [{ ...process, news }] });
  test('in the order in which it was stored, again or not', () => {
    expect(told([...process.news, ...process.news])).toEqual([]);
  });
  test('later before earlier is out of order', () => {
    const [first, second, ...rest] = process.news;
    if (first === undefined || second === undefined) throw new Error('it was told too little');
    expect(kinds(told([second, first, ...rest]))).toEqual(['out of order']);
  });
});

test('I6, who was confirmed is never ruled out', () => {
  const { events } = evidence;
  const last = events.at(-1);
  if (last === undefined) throw new Error('nothing happened');
  const ruledOut = { ...last, type: 'InfectionRuledOut', seq: last.seq + 1, version: last.version + 1 };
  expect(kinds(order({ ...evidence, events: [...events, ruledOut] }))).toEqual(['out of order']);
});

describe('I6, what a person reads last', () => {
  const at = (key: string, minute: number) => ({ key, at: `2026-03-10T00:0${minute}:00.000Z` });
  const read = (...sms: readonly object[]) =>
    order({ ...evidence, ledgers: { sms: sms as NonNullable<Evidence['ledgers'][string]> } });
  test.each([
    ['case', 'isolation-notice', 'release-notice'],
    ['isolation', 'quarantine-notice', 'quarantine-release-notice'],
  ])('of a %s: that they are free', (kind, first, last) => {
    const [one, other] = [`${kind}:${OTHER}:${first}`, `${kind}:${OTHER}:${last}`];
    expect(read(at(one, 1), at(other, 2))).toEqual([]);
    expect(kinds(read(at(other, 1), at(one, 2)))).toEqual(['out of order']);
    expect(read(at(one, 2), at(`${kind}:${CASE}:${last}`, 1))).toEqual([]); // somebody else's
  });
});

describe('I10, further deadlines', () => {
  const now = Date.parse(evidence.takenAt);
  const day = (days: number): string => new Date(now + days * 86_400_000).toISOString();
  const quarantine = { kind: 'quarantine', stage: 'active' };
  const freed = { ...quarantine, stage: 'ended', endedBecause: 'released' };
  const overdue = { kind: 'registration-overdue', caseId: CASE };
  const aCase = evidence.aggregates.find(({ id }) => id === CASE);
  const confirmedAt = Date.parse(String(aCase?.state['confirmedAt']));
  const after = (minutes: number): string => new Date(confirmedAt + minutes * 60_000).toISOString();
  test.each([
    ['a quarantine that runs', 'isolation', { ...quarantine, endsAt: day(1) }, []],
    ['a quarantine that nobody ended', 'isolation', { ...quarantine, endsAt: day(-1) }, ['lost']],
    ['one that ended on its day', 'isolation', { ...freed, endsAt: day(-2), endedAt: day(-2) }, []],
    ['one that ended early', 'isolation', { ...freed, endsAt: day(2), endedAt: day(-1) }, ['out of order']],
    [
      'one that ended because the contact became a case',
      'isolation',
      { ...freed, endedBecause: 'became-case', endsAt: day(2), endedAt: day(-1) },
      [],
    ],
    ['records that may be kept', 'information-request', { destroyBy: day(1).slice(0, 10) }, []],
    ['records that nobody destroyed', 'information-request', { destroyBy: day(-2).slice(0, 10) }, ['lost']],
    [
      'records that were destroyed late',
      'information-request',
      { destroyBy: day(-9).slice(0, 10), destroyedAt: day(-2) },
      ['lost'],
    ],
    [
      'records that were destroyed on their day',
      'information-request',
      { destroyBy: day(-2).slice(0, 10), destroyedAt: day(-3) },
      [],
    ],
    ['a registry that was given its time', 'task', { ...overdue, openedAt: after(11) }, []],
    ['a registry that was not', 'task', { ...overdue, openedAt: after(1) }, ['out of order']],
    ['a law that leaves half a day', 'task', { ...overdue, openedAt: after(245), dueAt: after(720) }, []],
    [
      'staff asked too soon',
      'task',
      { ...overdue, openedAt: after(200), dueAt: after(720) },
      ['out of order'],
    ],
    ['one sent up since', 'task', { ...overdue, openedAt: after(245), dueAt: after(960), level: 1 }, []],
  ] as const)('%s', (_what, type, state, expected) => {
    expect(kinds(deadlines(beside(row(type, state))))).toEqual(expected);
  });
});

describe('I10, a quarantine past its end while its person may be ill', () => {
  const PERSON = '01900000-0000-7000-8000-0000000000b1';
  const CONTACT = '01900000-0000-7000-8000-0000000000b2';
  const OWN = '01900000-0000-7000-8000-0000000000b3';
  const OTHER_RECORD = '01900000-0000-7000-8000-0000000000b4';
  const now = Date.parse(evidence.takenAt);
  const before = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
  const kept = {
    ...{ kind: 'quarantine', stage: 'active', personId: PERSON, endsAt: before(60) },
    exposures: [{ contactId: CONTACT }],
    keptForResultSince: before(60),
  };
  const { keptForResultSince: _unsaid, ...unsaid } = kept;
  const source = evidence.aggregates.find(({ id }) => id === CASE);
  const disease = source?.state['disease'] ?? 'covid-19';
  const contact = row('contact', { stage: 'converted', sourceCaseId: OTHER }, CONTACT);
  const sourceCase = row('case', { stage: 'not-a-case', personId: 'another', disease }, OTHER);
  const own = (more: object = {}) =>
    row('case', { stage: 'suspected', personId: PERSON, disease, ...more }, OWN);
  const ill = row(
    'contact',
    { ...contact.state, stage: 'follow-up', health: { symptomatic: true } },
    CONTACT,
  );
  const isolated = (orderedAt: string) =>
    row('isolation', { kind: 'isolation', stage: 'ordered', caseId: OWN, orderedAt }, `${OWN}-order`);
  const merged = row('person', { mergedInto: PERSON }, OTHER_RECORD);
  test.each<[string, object, readonly AggregateRow[], readonly string[]]>([
    ['of whom nothing is known', kept, [contact], ['lost']],
    ['with a suspected case', kept, [contact, own()], []],
    ['with one, of which it does not say so', unsaid, [contact, own()], ['lost']],
    ['with one of somebody else', kept, [contact, own({ personId: OTHER_RECORD })], ['lost']],
    ['with one under a merged record', kept, [contact, own({ personId: OTHER_RECORD }), merged], []],
    ['with one of another disease', kept, [contact, own({ disease: 'measles' })], ['lost']],
    ['with symptoms, and no case yet', kept, [ill], []],
    ['ruled out just now', kept, [contact, own({ stage: 'not-a-case', closedAt: before(0) })], []],
    ['ruled out long ago', kept, [contact, own({ stage: 'not-a-case', closedAt: before(9) })], ['lost']],
    ['isolated just now', kept, [contact, own({ stage: 'confirmed' }), isolated(before(0))], []],
    ['isolated long ago', kept, [contact, own({ stage: 'confirmed' }), isolated(before(9))], ['lost']],
  ])('%s', (_what, state, more, expected) => {
    const rows = beside(row('isolation', state, `${PERSON}-order`), sourceCase, ...more);
    expect(kinds(deadlines(rows))).toEqual(expected);
  });
});

describe('I5, what a partner takes back is laid aside, or booked where a person is told', () => {
  const booked = { what: 'taken back', status: 'applied', hasTask: true, mayBeBooked: true };
  test.each([
    ['laid aside for a person', { status: 'parked', mayBeBooked: false }, []],
    ['booked, and a person told', {}, []],
    ['still to be dealt with', { status: 'received' }, []],
    ['nowhere kept', { status: undefined }, ['lost']],
    ['believed', { mayBeBooked: false }, ['lost']],
    ['laid aside for nobody', { status: 'parked', hasTask: false }, ['lost']],
    ['booked, and nobody told', { hasTask: false }, ['lost']],
  ])('%s', (_what, more, expected) => {
    expect(kinds(messages({ ...evidence, contradictions: [{ ...booked, ...more }] }))).toEqual(expected);
  });
});
