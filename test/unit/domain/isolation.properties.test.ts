import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IsolationCommand } from '../../../domain/isolation-management/isolation/isolation.commands.ts';
import type { IsolationEvent } from '../../../domain/isolation-management/isolation/isolation.events.ts';
import {
  evolveIsolation,
  periodOf,
  type IsolationState,
} from '../../../domain/isolation-management/isolation/isolation.state.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import {
  allowedToWork,
  anIsolation,
  assigned,
  bannedFromWork,
  day,
  ended,
  exposed,
  isolated,
  isolatedUntil,
  lookedAfter,
  notified,
  quarantined,
  releaseNotified,
  rescheduled,
  started,
  violationEstablished,
  violationReported,
  violationWithdrawn,
} from '../../support/isolation-fixtures.ts';
import { refusal } from '../../support/refusal.ts';

const OPENINGS: readonly IsolationCommand[] = [
  isolated(),
  isolatedUntil(),
  isolatedUntil(day(14), day(3), '2026-03-08'),
  quarantined(),
];
type Make = (at: Instant, chance: number) => IsolationCommand;
const COMMANDS: readonly Make[] = [
  (at, chance) => notified(chance % 3 === 0 ? 'verbal' : 'sms', at),
  (at) => notified('paper', at),
  (at) => started(at),
  (at, chance) => rescheduled(day(chance % 25), 'symptoms', at),
  (at, chance) => exposed(day(8 + (chance % 15)), `2026-03-0${1 + (chance % 3)}`, at),
  (at, chance) => exposed(chance % 2 === 0 ? undefined : day(chance % 30), '2026-03-04', at),
  (at, chance) =>
    lookedAfter((['inIsolation', 'notReached', 'notFound'] as const)[chance % 3] ?? 'notFound', at),
  (at, chance) => violationReported(chance % 2 === 0 ? 'app' : 'call', at),
  (at, chance) => violationReported('report', at, day(chance % 20)),
  (at, chance) => violationEstablished(chance % 4, at),
  (at, chance) => violationEstablished(1 + (chance % 2), at, 'process:quarantine'),
  (at, chance) => violationWithdrawn(chance % 4, chance % 2 === 0 ? 'unfounded' : 'justified', at),
  (at, chance) => assigned(`officer-${chance % 3}`, at),
  (at) => bannedFromWork(at),
  (at) => allowedToWork(at),
  (at, chance) => (chance % 3 === 0 ? ended('released', at) : started(at)),
  (at, chance) => (chance % 4 === 0 ? ended('deceased', at) : violationEstablished(1 + (chance % 2), at)),
  (at) => releaseNotified(at),
  (_at, chance) => OPENINGS[chance % OPENINGS.length] ?? isolated(),
];
/** One command every eight hours from the day of the order. */
const lives = fc.record({
  opening: fc.nat(OPENINGS.length - 1),
  steps: fc.array(fc.tuple(fc.nat(COMMANDS.length - 1), fc.nat(100)), {
    minLength: 1,
    maxLength: 50,
    size: 'max',
  }),
});
type Life = { opening: number; steps: [number, number][] };

type Step = {
  command: IsolationCommand;
  raised: readonly IsolationEvent[];
  before: IsolationState | undefined;
};

/** Executes each command twice: the second time has to change nothing. */
function live({ opening, steps }: Life) {
  const one = anIsolation();
  const lived: Step[] = [];
  const ask = (command: IsolationCommand): readonly IsolationEvent[] => {
    const before = { state: one.version > 0 ? one.state : undefined, count: one.news.length };
    refusal(one, command);
    const raised = one.news.slice(before.count);
    lived.push({ command, raised, before: before.state });
    return raised;
  };
  const commands = [
    OPENINGS[opening] ?? isolated(),
    ...steps.map(([choice, chance], count) => (COMMANDS[choice] as Make)(day(3 + count / 3), chance)),
  ];
  for (const command of commands) {
    ask(command);
    expect(ask(command)).toEqual([]);
  }
  return { one, lived };
}

const always = (holds: (life: ReturnType<typeof live>) => void): void =>
  fc.assert(
    fc.property(lives, (life) => holds(live(life))),
    { numRuns: 60 },
  );

test('refusals are the domain’s and change nothing, a repetition raises nothing, state is the fold of gapless events', () =>
  always(({ one }) => {
    expect(one.version).toBe(one.news.length);
    const folded = one.news.reduce<IsolationState | undefined>(evolveIsolation, undefined);
    expect(one.state).toEqual(folded);
  }));

test('an ended order stays ended: only violations and the release notice become known later', () =>
  always(({ one }) => {
    const endedAt = one.news.findIndex(({ type }) => type === 'IsolationEnded');
    if (endedAt === -1) return expect(one.state.stage).not.toBe('ended');
    expect(one.state.stage).toBe('ended');
    const late = one.news.slice(endedAt + 1).map(({ type }) => type);
    expect(late.filter((type) => !/Violation|^ReleaseNotified$/.test(type))).toEqual([]);
  }));

test('nobody is released before the end that stands, and nothing but its command ends an order', () =>
  always(({ lived }) => {
    for (const { command, raised, before } of lived) {
      if (!raised.some(({ type }) => type === 'IsolationEnded')) continue;
      expect(command.type).toBe('EndIsolation');
      if (command.type === 'EndIsolation' && command.because === 'released' && before?.endsAt !== undefined) {
        expect(command.at.isBefore(Instant.of(before.endsAt))).toBe(false);
      }
    }
  }));

test('an end lies after the start and names its protocol; exposures only move it later', () =>
  always(({ one, lived }) => {
    expect(() => periodOf(one.state)).not.toThrow();
    if (one.state.endsAt !== undefined) expect(one.state.protocol).toBeDefined();
    for (const { command, raised } of lived) {
      for (const event of raised) {
        if (event.type !== 'IsolationExtended' && event.type !== 'IsolationShortened') continue;
        const isLater = Instant.of(event.newEndsAt).isAfter(Instant.of(event.oldEndsAt));
        expect(event.type).toBe(isLater ? 'IsolationExtended' : 'IsolationShortened');
        expect(event.newEndsAt).not.toBe(event.oldEndsAt);
        if (command.type === 'RecordExposure') expect(isLater).toBe(true);
      }
    }
  }));

test('violations are numbered from 1, reported before they are established, and established by a person', () =>
  always(({ one }) => {
    const reported = new Set<number>();
    for (const event of one.news) {
      if (event.type === 'ViolationReported') {
        expect(event.sequence).toBe(reported.size + 1);
        reported.add(event.sequence);
      }
      if (event.type === 'IsolationViolationEstablished') {
        expect(reported.has(event.sequence)).toBe(true);
        expect(event.by).not.toMatch(/^process:/);
      }
    }
    const standing = one.state.violations.filter(({ stage }) => stage === 'established');
    expect(one.state.establishedViolations).toBe(standing.length);
  }));

test('a violation is of a time at which the order was served, had begun and was not over', () =>
  always(({ lived }) => {
    for (const { raised, before } of lived) {
      for (const event of raised) {
        if (event.type !== 'ViolationReported' || before === undefined) continue;
        const occurred = Instant.of(event.occurredAt);
        expect(before.notifiedAt).toBeDefined();
        expect(occurred.isBefore(Instant.of(before.notifiedAt ?? ''))).toBe(false);
        expect(occurred.dateInSeoul().toString() >= before.startsOn).toBe(true);
        if (before.endsAt !== undefined) expect(occurred.isBefore(Instant.of(before.endsAt))).toBe(true);
        if (before.endedAt !== undefined) expect(occurred.isAfter(Instant.of(before.endedAt))).toBe(false);
      }
    }
  }));

test('the subject of an order stands in every fact: a case’s in an isolation, a contact’s in a quarantine', () =>
  always(({ one }) => {
    const { kind, caseId, contactId } = one.state;
    expect(kind === 'isolation' ? caseId : contactId).toBeDefined();
    for (const event of one.news) expect([event.caseId, event.contactId]).toEqual([caseId, contactId]);
  }));

test('such lives raise every event, and end violations in every way', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(lives, (life) => {
      const { one } = live(life);
      for (const { type } of one.news) seen.add(type);
      for (const { stage } of one.state.violations) seen.add(stage);
    }),
    { numRuns: 80, seed: 7 },
  );
  expect([...seen].sort()).toEqual([
    'InIsolationConfirmed',
    'IsolationCheckMissed',
    'IsolationEnded',
    'IsolationExtended',
    'IsolationNotified',
    'IsolationOfficerAssigned',
    'IsolationOrdered',
    'IsolationShortened',
    'IsolationStarted',
    'IsolationViolationEstablished',
    'QuarantineExposureRecorded',
    'ReleaseNotified',
    'ViolationReported',
    'ViolationWithdrawn',
    'WorkBanImposed',
    'WorkBanLifted',
    'established',
    'reported',
    'withdrawn',
  ]);
});
