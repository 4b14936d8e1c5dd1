import { expect, test } from '@jest/globals';
import { parseProtocol } from '../../../domain/protocol/parse-protocol.ts';
import { document, faults, faultsOf, type Json } from '../../support/evaluation-fixtures.ts';

const MINIMUM = { anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' };
const release = (track: Json, more: Json = {}): Json => ({
  caseRelease: {
    appliesTo: 'newEpisodes',
    binding: 'duty',
    tracks: [{ id: 'time', kind: 'time', ...track }],
    ...more,
  },
});
const counted = (count: Json): Json => document(release({ minimum: [{ ...MINIMUM, ...count }] }));
const TRACK = '/rules/caseRelease/tracks/0';
const reference = (name: string): Json => ({ parameter: name });
const WHY = { status: 'projectDefault', why: 'no source states it' };

test('a parameter stands wherever a value may', () => {
  const given = document(
    release({ minimum: [{ ...MINIMUM, endDay: reference('days'), anchor: reference('anchor') }] }),
    { parameters: { days: { value: 7, ...WHY }, anchor: { value: 'specimen', ...WHY } } },
  );
  const parsed = parseProtocol(given);
  expect(parsed.rules.caseRelease?.tracks[0]?.minimum).toEqual([
    { ...MINIMUM, endDay: 7, anchor: 'specimen' },
  ]);
  expect(parsed.parameters).toEqual(given['parameters']);
});

test('the value of a parameter is checked where it stands', () => {
  const given = document(release({ minimum: [{ ...MINIMUM, endDay: reference('days') }] }), {
    parameters: { days: { value: 'seven', ...WHY } },
  });
  expect(faultsOf(given)).toEqual([`${TRACK}/minimum/0/endDay invalid-type`]);
});

test('a parameter that nobody declared, and one that nothing refers to', () => {
  const given = document(release({ minimum: [{ ...MINIMUM, endDay: reference('dayz') }] }), {
    parameters: { days: { value: 7, ...WHY } },
  });
  const found = faults(given);
  expect(found.slice(0, 2)).toEqual([
    {
      pointer: `${TRACK}/minimum/0/endDay/parameter`,
      code: 'unknown-parameter',
      detail: 'no parameter is called dayz',
    },
    { pointer: '/parameters/days', code: 'unused-parameter', detail: 'nothing refers to this parameter' },
  ]);
  const inherited = counted({ endDay: reference('toString') });
  expect(faultsOf(inherited)).toContain(`${TRACK}/minimum/0/endDay/parameter unknown-parameter`);
  const unused = document(release({ minimum: [MINIMUM] }), { parameters: { days: { value: 7, ...WHY } } });
  expect(faultsOf(unused)).toEqual(['/parameters/days unused-parameter']);
});

test('what only looks like a reference is a value', () => {
  for (const endDay of [{ parameter: 3 }, { parameter: 'days', more: 1 }, { name: 'days' }]) {
    const given = document(release({ minimum: [{ ...MINIMUM, endDay }] }), {
      parameters: { days: { value: 7, ...WHY } },
    });
    expect(faultsOf(given)).toEqual([
      '/parameters/days unused-parameter',
      `${TRACK}/minimum/0/endDay invalid-type`,
    ]);
  }
});

test('parameters hold plain values, and no reference to one another', () => {
  const parameters = { days: { value: 7, ...WHY }, other: { value: reference('days'), ...WHY } };
  expect(faultsOf(document({}, { parameters }))).toEqual([
    '/parameters/days unused-parameter',
    '/parameters/other unused-parameter',
    '/parameters/other/value invalid-type',
  ]);
  expect(faultsOf(document({}, { parameters: 'none' }))).toEqual(['/parameters invalid-type']);
  expect(faultsOf(document({}, { parameters: null }))).toEqual(['/parameters invalid-type']);
});
