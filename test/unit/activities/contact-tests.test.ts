import { describe, expect, test } from '@jest/globals';
import { testsOwed } from '../../../activities/epidemiological-investigation/contact-tests.ts';
import type { ContactTest } from '../../../activities/epidemiological-investigation/contact-facts.ts';
import type { DueTest } from '../../../domain/protocol/evaluation/quarantine.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';

const due = (state: DueTest['state'], from = '2026-03-06', until = '2026-03-07'): DueTest => ({
  test: 'day-6',
  testType: 'pcr',
  from,
  until,
  state,
});
const ordered = (orderedAt: string, more: Partial<ContactTest['state']> = {}): ContactTest => ({
  id: 'a-test',
  state: { stage: 'ordered', purpose: 'quarantine', sequence: 1, specimenId: 'S', orderedAt, ...more },
});
const seoul = (text: string): Instant => Instant.of(`${text}:00+09:00`);

describe('the tests that a contact is owed', () => {
  test('are ordered from nine o’clock of their first day, not at night', () => {
    const before = testsOwed([due('due')], [], seoul('2026-03-06T08:59'));
    expect(before).toEqual({ open: [], nextAt: '2026-03-06T00:00:00Z' });
    const then = testsOwed([due('due')], [], seoul('2026-03-06T09:00'));
    expect(then).toEqual({ open: [{ sequence: 1, testType: 'pcr', overdueAt: '2026-03-09T15:00:00Z' }] });
  });
  test('are waited for under their number once ordered', () => {
    const owed = testsOwed([due('due')], [ordered('2026-03-06T00:00:00Z')], seoul('2026-03-07T12:00'));
    expect(owed.open).toMatchObject([{ sequence: 1 }]);
  });
  test('are ordered no more when their days are over', () => {
    expect(testsOwed([due('overdue')], [], seoul('2026-03-08T00:00'))).toEqual({ open: [] });
  });
  test('are none where they are done, or where their day is not known', () => {
    const unknown = { ...due('unknown'), from: null, until: null };
    expect(testsOwed([due('done'), unknown], [], seoul('2026-03-06T12:00'))).toEqual({ open: [] });
  });
  test('are numbered on from those that there were', () => {
    const earlier = ordered('2026-02-01T00:00:00Z', { result: 'negative' });
    expect(testsOwed([due('due')], [earlier], seoul('2026-03-06T12:00')).open).toMatchObject([
      { sequence: 2 },
    ]);
  });
  test('are done again when they were cancelled', () => {
    const cancelled = ordered('2026-03-06T00:00:00Z', { stage: 'cancelled' });
    expect(testsOwed([due('due')], [cancelled], seoul('2026-03-06T12:00')).open).toMatchObject([
      { sequence: 2 },
    ]);
  });
  test('wait for the next day that comes', () => {
    const later = [due('notYet', '2026-03-13', '2026-03-13'), due('notYet')];
    expect(testsOwed(later, [], seoul('2026-03-01T12:00'))).toEqual({
      open: [],
      nextAt: '2026-03-06T00:00:00Z',
    });
  });
});
