import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { inForce, ruleInForce } from '../../../domain/protocol/protocol-version.ts';
import { Protocol, type ProtocolCommand } from '../../../domain/protocol/protocol.ts';
import { DomainError } from '../../../domain/shared-kernel/domain-error.ts';
import { protocolId } from '../../../domain/shared-kernel/id.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { given } from '../../support/given-when-then.ts';

const aProtocol = () => Protocol.unpublished(protocolId('01900000-0000-7000-8000-000000000001'));
const reporting = (diseaseClass: '1' | '2') => ({
  reporting: { appliesTo: 'openEpisodes', diseaseClass, deadlineHours: 24, channel: 'registry' },
});
const outbreak = { outbreakEnd: { appliesTo: 'newEpisodes', daysAfterLastNegative: 28 } };
const publish = (
  effectiveFrom: string,
  rules: object,
  more: object = {},
  corrects?: string,
): ProtocolCommand => ({
  type: 'PublishProtocol',
  document: parseProtocol({
    disease: 'fever',
    jurisdiction: 'kr',
    effectiveFrom,
    unchanged: 'carryOver',
    rules,
    ...more,
  }),
  ...(corrects === undefined ? {} : { corrects }),
  by: 'headquarters',
  at: Instant.of('2026-01-01T00:00:00Z'),
});
const JANUARY = publish('2026-01-01', reporting('2'));
const FEBRUARY = publish('2026-02-01', outbreak);

describe('publishing', () => {
  test('numbers the version by its date and carries over what it does not name', () => {
    given(aProtocol())
      .when(JANUARY)
      .thenRaises({ type: 'ProtocolPublished', version: { id: 'kr-fever/2026-01-01/1' } });
    given(aProtocol(), JANUARY)
      .when(FEBRUARY)
      .thenRaises({
        version: {
          id: 'kr-fever/2026-02-01/1',
          rules: {
            reporting: { diseaseClass: '2', since: '2026-01-01' },
            outbreakEnd: { since: '2026-02-01' },
          },
        },
      });
    given(aProtocol(), JANUARY)
      .when(publish('2026-02-01', outbreak, { unchanged: 'dropped' }))
      .thenRaises({ version: { rules: { outbreakEnd: {} } } });
  });

  test('a correction reaches every later version that carries the rule on', () => {
    const one = aProtocol();
    for (const command of [JANUARY, FEBRUARY]) one.execute(command);
    one.execute(publish('2026-01-01', reporting('1'), {}, 'kr-fever/2026-01-01/1'));
    expect(one.news.slice(2)).toMatchObject([
      { corrects: 'kr-fever/2026-01-01/1', version: { id: 'kr-fever/2026-01-01/2' } },
      { carriedFrom: 'kr-fever/2026-01-01/2', version: { id: 'kr-fever/2026-02-01/2' } },
    ]);
    const episode = { startedOn: '2026-02-02' };
    expect(ruleInForce(one.state.versions, 'reporting', episode, '2026-02-03')?.rule.diseaseClass).toBe('1');
    expect(inForce(one.state.versions, '2026-02-03')?.rules.outbreakEnd).toBeDefined();
  });

  test('a version put in between reaches what carries on the rule of before, not what states its own', () => {
    const one = aProtocol();
    const march = publish('2026-03-01', reporting('2'));
    for (const command of [JANUARY, FEBRUARY, march]) one.execute(command);
    one.execute(publish('2026-01-20', reporting('1')));
    const classOn = (day: string) => inForce(one.state.versions, day)?.rules.reporting?.diseaseClass;
    expect(['2026-01-19', '2026-01-20', '2026-02-01', '2026-03-01'].map(classOn)).toEqual([
      '2',
      '1',
      '1',
      '2',
    ]);
  });

  test.each([
    ['the same date again', publish('2026-01-01', reporting('1')), 'protocol/effective-date-taken'],
    [
      'a correction of nobody',
      publish('2026-01-01', reporting('1'), {}, 'kr-fever/2025-01-01/1'),
      'protocol/not-found',
    ],
    [
      'the same contents as a correction',
      publish('2026-01-01', reporting('2'), {}, 'kr-fever/2026-01-01/1'),
      'protocol/already-published',
    ],
    [
      'a stated period over the beginning of another',
      publish('2025-12-01', outbreak, { effectiveUntil: '2026-01-01' }),
      'protocol/overlapping-date',
    ],
    [
      'a release that nobody is asked about',
      publish('2026-03-01', {
        caseRelease: {
          appliesTo: 'newEpisodes',
          binding: 'duty',
          tracks: [
            {
              id: 'time',
              kind: 'time',
              minimum: [{ anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' }],
            },
          ],
        },
      }),
      'protocol/release-alone',
    ],
  ])('%s is refused', (_what, command, code) => given(aProtocol(), JANUARY).when(command).thenRefused(code));

  test('a correction of what was corrected already names the version that stands', () => {
    const first = 'kr-fever/2026-01-01/1';
    const one = aProtocol();
    for (const command of [JANUARY, publish('2026-01-01', reporting('1'), {}, first)]) one.execute(command);
    const refusal = { code: 'protocol/effective-date-taken', params: { version: 'kr-fever/2026-01-01/2' } };
    expect(() => one.execute(publish('2026-01-01', outbreak, {}, first))).toThrow(
      expect.objectContaining(refusal),
    );
  });

  test('nothing is there before the first version', () => {
    expect(() => aProtocol().state).toThrow('protocol/not-found');
  });
});

test('whatever is published in whatever order: versions only grow, ids are never used twice, the fold is the state', () => {
  const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
  const step = fc.record({
    day: fc.constantFrom(...days),
    kind: fc.constantFrom('1', '2', 'end'),
    corrects: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const one = aProtocol();
      for (const { day, kind, corrects } of steps) {
        const before = one.version === 0 ? [] : one.state.versions;
        const standing = before.filter(({ effectiveFrom }) => effectiveFrom === day).at(-1)?.id;
        const rules = kind === 'end' ? outbreak : reporting(kind as '1' | '2');
        try {
          one.execute(publish(day, rules, {}, corrects ? standing : undefined));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(one.version === 0 ? [] : one.state.versions).toEqual(before);
          continue;
        }
        expect(one.state.versions.slice(0, before.length)).toEqual(before);
      }
      expect(one.version).toBe(one.news.length);
      if (one.version === 0) return;
      const { versions } = one.state;
      expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length);
      expect(versions).toEqual(one.news.map(({ version }) => version));
    }),
  );
});
