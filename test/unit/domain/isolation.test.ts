import { describe, expect, test } from '@jest/globals';
import type { IsolationCommand } from '../../../domain/isolation-management/isolation/isolation.commands.ts';
import type { IsolationEvent } from '../../../domain/isolation-management/isolation/isolation.events.ts';
import { evolveIsolation } from '../../../domain/isolation-management/isolation/isolation.state.ts';
import { Isolation, type IsolationState } from '../../../domain/isolation-management/isolation/isolation.ts';
import { isolationId } from '../../../domain/shared-kernel/id.ts';
import { given } from '../../support/given-when-then.ts';
import {
  allowedToWork,
  anIsolation,
  assigned,
  bannedFromWork,
  CASE,
  CONTACT,
  day,
  ended,
  isolated,
  isolatedUntil,
  lookedAfter,
  notified,
  PERSON,
  PROTOCOL,
  quarantined,
  releaseNotified,
  relocated,
  started,
  violationReported,
} from '../../support/isolation-fixtures.ts';

describe('an order', () => {
  test('of a case names the case, and lasts until the criteria end it', () => {
    given(anIsolation())
      .when(isolated())
      .thenRaises({ type: 'IsolationOrdered', kind: 'isolation', caseId: CASE, startsOn: '2026-03-04' });
    const one = anIsolation();
    one.execute(isolated());
    expect(one.state).toMatchObject({ stage: 'ordered', binding: 'duty', placeType: 'home', workBan: false });
    expect(one.state.endsAt).toBeUndefined();
    expect(one.news[0]).not.toHaveProperty('contactId');
  });
  test('of a quarantine names the contact and no case, and owns all its dates', () => {
    const one = anIsolation();
    one.execute(quarantined());
    expect(one.news).toEqual([
      {
        type: 'IsolationOrdered',
        v: 1,
        at: day(3).toString(),
        by: 'officer',
        kind: 'quarantine',
        contactId: CONTACT,
        dateOfLastExposure: '2026-03-02',
        personId: PERSON,
        district: '11110',
        startsOn: '2026-03-04',
        endsAt: day(14).toString(),
        protocol: PROTOCOL,
        binding: 'advice',
        placeType: 'facility',
        workBan: true,
        officer: 'officer-1',
      },
    ]);
    expect(one.state.exposures).toEqual([{ contactId: CONTACT, dateOfLastExposure: '2026-03-02' }]);
    given(anIsolation(), quarantined())
      .when(notified())
      .thenRaises({ type: 'IsolationNotified', contactId: CONTACT });
  });
  test('is given once', () =>
    given(anIsolation(), isolated()).when(isolated()).thenRefused('isolation/already-ordered'));
  test('with an end needs the protocol that gave it', () => {
    const { protocol: _protocol, ...without } = isolatedUntil() as Extract<
      ReturnType<typeof isolatedUntil>,
      { type: 'OrderIsolation' }
    >;
    given(anIsolation()).when(without).thenRefused('isolation/protocol-missing');
  });
  test('after an exposure to come is refused', () =>
    given(anIsolation())
      .when(quarantined(day(14), day(-1)))
      .thenRefused('date/in-the-future'));
  test('is where everything begins', () => {
    for (const command of [notified(), started(), ended(), releaseNotified(), lookedAfter('inIsolation')]) {
      given(anIsolation()).when(command).thenRefused('isolation/not-found');
    }
  });
});

describe('a notice', () => {
  test('serves the order, which is active from its first day', () => {
    given(anIsolation(), isolated())
      .when(notified())
      .thenRaises({ type: 'IsolationNotified', channel: 'sms' });
    const one = anIsolation();
    for (const command of [isolated(), notified('verbal')]) one.execute(command);
    expect(one.state).toMatchObject({ stage: 'active', notifiedAt: day(3).toString() });
  });
  test('counts once for each channel, and the first one stands', () => {
    given(anIsolation(), isolated(), notified('sms')).when(notified()).thenQuiet();
    given(anIsolation(), isolated(), notified('sms'))
      .when(notified('paper', day(5)))
      .thenRaises({ type: 'IsolationNotified', channel: 'paper' });
    const one = anIsolation();
    for (const command of [isolated(), notified('sms'), notified('paper', day(5))]) one.execute(command);
    expect(one.state).toMatchObject({ notifiedAt: day(3).toString(), noticeChannels: ['sms', 'paper'] });
  });
  test('before the first day leaves the order served until then', () => {
    const ahead = [isolatedUntil(day(14), day(3), '2026-03-06'), notified('app')];
    const one = anIsolation();
    for (const command of ahead) one.execute(command);
    expect(one.state.stage).toBe('served');
    given(anIsolation(), ...ahead)
      .when(started(day(4)))
      .thenRefused('isolation/not-begun');
    given(anIsolation(), ...ahead)
      .when(started(day(5)))
      .thenRaises({ type: 'IsolationStarted' });
    given(anIsolation(), ...ahead, started(day(5)))
      .when(started(day(5)))
      .thenQuiet();
    given(anIsolation(), ...ahead, started(day(5)))
      .when(notified('app', day(5)))
      .thenQuiet();
  });
  test('counts from when it reached the person, whenever that becomes known', () => {
    const after = (...commands: readonly IsolationCommand[]) => {
      const one = anIsolation();
      for (const command of commands) one.execute(command);
      return one.state;
    };
    given(anIsolation(), isolated())
      .when(notified('sms', day(5), day(4)))
      .thenRaises({ type: 'IsolationNotified', at: day(5).toString(), servedAt: day(4).toString() });
    expect(after(isolated(), notified('sms', day(5), day(4)))).toMatchObject({
      stage: 'active',
      notifiedAt: day(4).toString(),
    });
    const onPaperFirst = [isolated(), notified('paper', day(5)), notified('sms', day(6), day(4))];
    expect(after(...onPaperFirst).notifiedAt).toBe(day(4).toString());
    const known = after(isolated(), notified('sms', day(5), day(4)), notified('paper', day(6), day(5)));
    expect(known.notifiedAt).toBe(day(4).toString());
    expect(after(isolated(), notified('sms', day(5), day(2))).notifiedAt).toBe(day(3).toString());
    expect(after(isolated(), notified('sms', day(5), day(6))).notifiedAt).toBe(day(5).toString());
  });
  test('begins the days at once that were to begin meanwhile', () => {
    const ahead = isolatedUntil(day(14), day(3), '2026-03-06');
    const one = anIsolation();
    for (const command of [ahead, notified('sms', day(5), day(4))]) one.execute(command);
    expect(one.state).toMatchObject({ stage: 'active', notifiedAt: day(4).toString() });
  });
  test('that reached the person before the end counts after it', () => {
    const over = [isolated(), ended('released', day(10))];
    given(anIsolation(), ...over)
      .when(notified('sms', day(12), day(4)))
      .thenRaises({ type: 'IsolationNotified', servedAt: day(4).toString() });
    const one = anIsolation();
    for (const command of [...over, notified('sms', day(12), day(4))]) one.execute(command);
    expect(one.state).toMatchObject({ stage: 'ended', notifiedAt: day(4).toString() });
    given(one)
      .when(violationReported('report', day(12), day(5)))
      .thenRaises({ type: 'ViolationReported' });
    given(anIsolation(), ...over)
      .when(notified('sms', day(12), day(10)))
      .thenRefused('isolation/already-ended');
  });
  test('comes before the start, and not after the end', () => {
    given(anIsolation(), isolated()).when(started()).thenRefused('isolation/not-served');
    given(anIsolation(), isolated(), ended())
      .when(notified('sms', day(15)))
      .thenRefused('isolation/already-ended');
    given(anIsolation(), isolated(), ended()).when(started()).thenRefused('isolation/already-ended');
  });
});

describe('officer and work ban', () => {
  test('an officer is in charge until another one is', () => {
    given(anIsolation(), isolated())
      .when(assigned())
      .thenRaises({ type: 'IsolationOfficerAssigned', officer: 'officer-2' });
    given(anIsolation(), quarantined())
      .when(assigned())
      .thenRaises({ type: 'IsolationOfficerAssigned', officer: 'officer-2', previous: 'officer-1' });
    given(anIsolation(), isolated(), assigned()).when(assigned()).thenQuiet();
    given(anIsolation(), isolated(), ended()).when(assigned()).thenRefused('isolation/already-ended');
  });
  test('in another district nobody is in charge until somebody there is; what is over keeps whom it had', () => {
    const moved = relocated('26440');
    given(anIsolation(), isolated(), assigned())
      .when(moved)
      .thenRaises({ type: 'IsolationRelocated', from: '11110', to: '26440', officer: 'officer-2' });
    const one = anIsolation();
    for (const command of [isolated(), assigned(), moved]) one.execute(command);
    expect(one.state).not.toHaveProperty('officer');
    given(anIsolation(), isolated(), moved).when(moved).thenQuiet();
    const over = anIsolation();
    for (const command of [isolated(), assigned(), ended(), moved]) over.execute(command);
    expect(over.state).toMatchObject({ district: '26440', officer: 'officer-2' });
  });
  test('a fact from before that was kept leaves the officer as it did then', () => {
    const one = anIsolation();
    for (const command of [isolated(), assigned()]) one.execute(command);
    const fact = { v: 1, type: 'IsolationRelocated', from: '11110', to: '26440' } as const;
    const moved = evolveIsolation(one.state, { ...fact, at: day(4).toString(), by: 'process:hand-over' });
    expect(moved).toMatchObject({ district: '26440', officer: 'officer-2' });
  });
  test('a work ban is imposed and lifted, each once', () => {
    given(anIsolation(), isolated()).when(bannedFromWork()).thenRaises({ type: 'WorkBanImposed' });
    given(anIsolation(), isolated(), bannedFromWork()).when(bannedFromWork()).thenQuiet();
    given(anIsolation(), isolated(), bannedFromWork())
      .when(allowedToWork())
      .thenRaises({ type: 'WorkBanLifted' });
    given(anIsolation(), isolated()).when(allowedToWork()).thenQuiet();
    given(anIsolation(), isolated(), bannedFromWork(), allowedToWork()).when(allowedToWork()).thenQuiet();
    given(anIsolation(), isolated(), ended()).when(bannedFromWork()).thenRefused('isolation/already-ended');
  });
});

describe('an order from before there were quarantines', () => {
  const fact = { v: 1, by: 'process:case', caseId: CASE } as const;
  const facts: readonly IsolationEvent[] = [
    { ...fact, type: 'IsolationOrdered', at: day(3).toString(), personId: PERSON, district: '11110' },
    { ...fact, type: 'IsolationNotified', at: day(3).toString() },
  ];
  test('is restored as its facts fold today', () => {
    const id = isolationId('01900000-0000-7000-8000-00000000000a');
    const state = {
      stage: 'active',
      caseId: CASE,
      personId: PERSON,
      district: '11110',
      orderedAt: day(3).toString(),
      notifiedAt: day(3).toString(),
    } as const;
    const restored = Isolation.from(id, { state, version: 2 });
    const folded = facts.reduce<IsolationState | undefined>(evolveIsolation, undefined);
    expect(restored.state).toEqual(folded);
    expect(restored.state).toMatchObject({ kind: 'isolation', noticeChannels: ['sms'] });
    given(restored)
      .when(lookedAfter('inIsolation'))
      .thenRaises({ type: 'InIsolationConfirmed', caseId: CASE });
    expect(restored.version).toBe(3);
    expect(Isolation.from(id, { state: restored.state, version: 3 }).state).toEqual(restored.state);
  });
});
