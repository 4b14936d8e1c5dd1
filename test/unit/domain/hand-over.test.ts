import { describe, expect, test } from '@jest/globals';
import { ANSWERED_WITHIN_HOURS } from '../../../domain/patient-management/hand-over/patience.ts';
import { Address } from '../../../domain/patient-management/person/address.ts';
import type { Case } from '../../../domain/patient-management/case/case.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { handOverId } from '../../../domain/shared-kernel/id.ts';
import { Task } from '../../../domain/worklist/task.ts';
import { taskId } from '../../../domain/shared-kernel/id.ts';
import {
  accepted,
  completed,
  expired,
  FROM,
  noHandOver,
  offered,
  rejected,
  TO,
  withdrawn,
} from '../../support/hand-over-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import { CASE, day, idEnding } from '../../support/investigation-fixtures.ts';
import {
  aCase,
  aLookUp,
  anIsolation,
  aPerson,
  aRoute,
  someSupplies,
} from '../../support/aggregate-makers.ts';

const between = { caseId: CASE, from: FROM, to: TO };

describe('an offer', () => {
  test('names the case, both districts, why, and until when', () =>
    given(noHandOver())
      .when(offered())
      .thenRaises({
        type: 'HandOverOffered',
        ...between,
        reason: 'moved',
        note: 'patient-informed',
        answerBy: day(0).plusHours(ANSWERED_WITHIN_HOURS).toString(),
        by: 'giver',
      }));
  test('is of an open case, to another district of today', () => {
    given(noHandOver())
      .when(offered({ caseIsClosed: true }))
      .thenRefused('hand-over/of-a-closed-case');
    given(noHandOver())
      .when(offered({ to: FROM }))
      .thenRefused('hand-over/to-the-same-district');
    given(noHandOver())
      .when(offered({ to: '42110' }))
      .thenRefused('hand-over/district-not-in-use');
    given(noHandOver())
      .when(offered({ to: '00000' }))
      .thenRefused('hand-over/district-not-in-use');
    given(noHandOver(), offered()).when(offered()).thenRefused('hand-over/already-open');
    given(noHandOver()).when(accepted()).thenRefused('hand-over/not-found');
  });
  test('to a district whose code came into use that day only is taken from that day on', () => {
    const eve = Instant.of('2026-06-30T14:59:59Z');
    given(noHandOver())
      .when(offered({ to: '28125', at: eve }))
      .thenRefused('hand-over/district-not-in-use');
    given(noHandOver())
      .when(offered({ to: '28125', at: eve.plusHours(1) }))
      .thenRaises({ type: 'HandOverOffered' });
  });
});

describe('its answer', () => {
  test('is given once: accepted or rejected', () => {
    given(noHandOver(), offered())
      .when(accepted())
      .thenRaises({ type: 'HandOverAccepted', ...between, by: 'taker' });
    given(noHandOver(), offered())
      .when(rejected())
      .thenRaises({ type: 'HandOverRejected', ...between, reason: 'no-capacity' });
  });
  test.each([
    ['accepted', accepted()],
    ['rejected', rejected()],
    ['withdrawn', withdrawn()],
    ['expired', expired()],
  ] as const)('is refused once it was %s', (_how, before) => {
    for (const late of [accepted(), rejected(), withdrawn()])
      given(noHandOver(), offered(), before).when(late).thenRefused('hand-over/already-answered');
  });
  test('comes before the deadline: a second before it, and not at it', () => {
    const last = ANSWERED_WITHIN_HOURS - 1 / 3600;
    given(noHandOver(), offered()).when(accepted(last)).thenRaises({ type: 'HandOverAccepted' });
    for (const late of [accepted(24), rejected(24)])
      given(noHandOver(), offered()).when(late).thenRefused('hand-over/answer-overdue');
    given(noHandOver(), offered()).when(withdrawn(24)).thenRaises({ type: 'HandOverWithdrawn' });
  });
  test('takes over no case that was closed meanwhile', () =>
    given(noHandOver(), offered()).when(accepted(1, true)).thenRefused('hand-over/of-a-closed-case'));
});

describe('its end', () => {
  test('by the time, at the deadline and not before; what is answered does not expire', () => {
    given(noHandOver(), offered())
      .when(expired(24))
      .thenRaises({ type: 'HandOverExpired', answerBy: day(1).toString() });
    given(noHandOver(), offered()).when(expired(23)).thenRefused('hand-over/not-overdue');
    given(noHandOver(), offered(), accepted()).when(expired()).thenQuiet();
    given(noHandOver(), offered(), expired()).when(expired()).thenQuiet();
  });
  test('is complete only once it was accepted, and once', () => {
    given(noHandOver(), offered()).when(completed()).thenRefused('hand-over/not-accepted');
    given(noHandOver(), offered(), rejected()).when(completed()).thenRefused('hand-over/not-accepted');
    given(noHandOver(), offered(), accepted())
      .when(completed())
      .thenRaises({ type: 'HandOverCompleted', ...between });
    given(noHandOver(), offered(), accepted(), completed()).when(completed()).thenQuiet();
  });
});

describe('what moves', () => {
  const [from, to] = [District.of(FROM), District.of(TO)];
  const by = { by: 'process:hand-over', at: Instant.of('2099-01-01T00:00:00Z') };
  const move = { type: 'MoveCase', handOverId: handOverId(idEnding(40)), ...by } as const;

  test('a case moves from the one to the other, once, also when it has closed', () => {
    const one = aCase();
    given<Parameters<Case['execute']>[0]>(one)
      .when({ ...move, from, to })
      .thenRaises({ type: 'CaseMoved', from: FROM, to: TO, handOverId: idEnding(40) });
    expect(one.state.district).toBe(TO);
    given<Parameters<Case['execute']>[0]>(one)
      .when({ ...move, from, to })
      .thenQuiet();
    given<Parameters<Case['execute']>[0]>(one)
      .when({ ...move, from, to: District.of('11140') })
      .thenRefused('case/in-another-district');
    const dead = aCase();
    dead.execute({ type: 'ReportDeath', dateOfDeath: day(0).dateInSeoul(), ...by });
    given<Parameters<Case['execute']>[0]>(dead)
      .when({ ...move, from, to })
      .thenRaises({ type: 'CaseMoved' });
  });

  test('what belongs to it goes along, once', () => {
    const all = [
      [anIsolation(), 'RelocateIsolation'],
      [someSupplies(), 'RelocateSupplies'],
      [aRoute(), 'RelocateRoute'],
      [aLookUp(), 'RelocateLookUp'],
    ] as const;
    for (const [one, type] of all) {
      const before = one.version;
      const relocate = () => one.execute({ type, to, ...by } as never);
      relocate();
      relocate();
      expect([type, one.state.district, one.version]).toEqual([type, TO, before + 1]);
    }
  });

  test('a person who moved has no address until somebody says so; one who told theirs keeps it', () => {
    const move = { type: 'MoveToDistrict', district: to, ...by } as const;
    const moved = aPerson({ district: from, address: Address.of(from, ['세종대로 110']) });
    moved.execute(move);
    expect([moved.state.district, moved.personal.addressLines, moved.version]).toEqual([TO, undefined, 2]);
    const told = aPerson({ district: from });
    told.execute({ type: 'MoveTo', address: Address.of(to, ['하신번영로 25']), ...by });
    told.execute(move);
    expect([told.personal.addressLines, told.version]).toEqual([['하신번영로 25'], 2]);
  });

  test('an open task lies on the other list, and nobody has it; a closed one stays', () => {
    const open = {
      type: 'OpenTask',
      kind: 'no-answer',
      caseId: CASE,
      district: from,
      dueAt: day(2),
      by: 'process:case',
      at: day(0),
    } as const;
    const claim = { type: 'ClaimTask', by: 'giver', at: day(0) } as const;
    const relocate = { type: 'RelocateTask', to, ...by } as const;
    const aTask = () => Task.unopened(taskId(idEnding(41)));
    const task = aTask();
    given<Parameters<Task['execute']>[0]>(task, open, claim)
      .when(relocate)
      .thenRaises({ type: 'TaskRelocated', from: FROM, to: TO, owner: 'giver' });
    expect([task.state.district, task.state.owner]).toEqual([TO, undefined]);
    const closed = { type: 'CancelTask', by: 'giver', at: day(0) } as const;
    given<Parameters<Task['execute']>[0]>(aTask(), open, closed).when(relocate).thenQuiet();
    given<Parameters<Task['execute']>[0]>(task).when(relocate).thenQuiet();
  });
});
