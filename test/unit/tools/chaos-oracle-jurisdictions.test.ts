import { expect, test } from '@jest/globals';
import type { AggregateRow } from '../../../tools/chaos/oracle/evidence.ts';
import { jurisdictions } from '../../../tools/chaos/oracle/i9-jurisdictions.ts';

const [CASE, ISOLATION, QUARANTINE] = ['case-1', 'isolation-1', 'quarantine-1'];
const row = (type: string, id: string, state: object): AggregateRow => ({
  ...{ type, id, version: 1 },
  state: state as AggregateRow['state'],
});
const MOVED = [
  row('case', CASE, { stage: 'home-treatment', district: '11140' }),
  row('isolation', ISOLATION, { kind: 'isolation', caseId: CASE, district: '11140' }),
  row('isolation', QUARANTINE, { kind: 'quarantine', caseId: CASE, district: '11110' }),
];
const found = (...more: readonly AggregateRow[]): readonly string[] =>
  jurisdictions({ aggregates: [...MOVED, ...more] }).map(({ invariant, what }) => `${invariant} ${what}`);
const open = (more: object) => row('task', 'task-1', { stage: 'open', caseId: CASE, ...more });

test.each([
  ['an isolation', row('isolation', 'another', { kind: 'isolation', caseId: CASE, district: '11110' })],
  ['supplies', row('supplies', 'supplies-1', { isolationId: ISOLATION, district: '11110' })],
  ['a route', row('route', 'route-1', { caseId: CASE, district: '11110' })],
  ['a look-up', row('information-request', 'look-up-1', { caseId: CASE, district: '11110' })],
  ['what is asked about the case', open({ district: '11110' })],
  ['what is asked about its isolation', open({ district: '11110', subject: { id: ISOLATION } })],
])('%s that stayed behind is told', (_what, left) => {
  expect(found(left)).toEqual([`I9 ${left.type} ${left.id} lies in 11110, its case case-1 in 11140`]);
});

test.each([
  ['the same', row('supplies', 'supplies-1', { isolationId: ISOLATION, district: '11140' })],
  ['what a contact needs', row('supplies', 'supplies-1', { isolationId: QUARANTINE, district: '11110' })],
  ['what is asked about a contact', open({ district: '11110', subject: { id: 'contact-1' } })],
  ['what was sent up', open({ district: '00', level: 1 })],
  ['what was answered before', open({ district: '11110', stage: 'decided' })],
])('%s is right where it is', (_what, right) => {
  expect(found(right)).toEqual([]);
});
