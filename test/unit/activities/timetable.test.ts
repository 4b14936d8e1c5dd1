import { describe, expect, jest, test } from '@jest/globals';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';

const rounds: string[] = [];
const sweeps: string[] = [];
jest.unstable_mockModule('../../../activities/bulk-work/request-round.ts', () => ({
  requestMonitoringRound:
    () =>
    ({ day, slot }: Readonly<{ day: string; slot: string }>) =>
      Promise.resolve(void rounds.push(`${day} ${slot}`)),
  requestRetentionSweep:
    () =>
    ({ day }: Readonly<{ day: string }>) =>
      Promise.resolve(void sweeps.push(day)),
}));
const { keepTimetable } = await import('../../../activities/bulk-work/keep-timetable.ts');

const version = {
  id: 'kr-covid-19/2026-01-01/1',
  effectiveFrom: '2026-01-01',
  revision: 1,
  rules: {
    contactHours: { from: 9, to: 20 },
    monitoring: { tiers: [{ tier: 'general', channel: 'sms', checksPerDay: 2, times: ['09:00', '17:00'] }] },
  },
};
let wall = '';
const uses = {
  jurisdiction: 'kr',
  clock: { now: () => Promise.resolve(wall) },
  monitoring: { diseases: () => Promise.resolve(['covid-19']) },
  protocols: { versions: () => Promise.resolve([version]) },
} as unknown as BulkUses;
/** What a half hour asks for, when it is held at another time. Times in Seoul on 2 March, unless a day is said. */
const held = async (due: string, at: string, now = at): Promise<readonly string[]> => {
  const moment = (time: string): string =>
    new Date(`${time.includes('T') ? time : `2026-03-02T${time}`}+09:00`).toISOString();
  rounds.length = sweeps.length = 0;
  wall = moment(now);
  await keepTimetable(uses)({ due: moment(due), at: moment(at) });
  return [...rounds, ...sweeps];
};

describe('the timetable', () => {
  test('asks for the round of a half hour in which some tier asks its people', async () => {
    expect(await held('09:00', '09:00:02')).toEqual(['2026-03-02 09:00']);
    expect(await held('09:30', '09:30:02')).toEqual([]);
  });
  test('makes up for a round that an outage held up', async () => {
    expect(await held('09:00', '12:40')).toEqual(['2026-03-02 09:00']);
    expect(await held('17:00', '19:59')).toEqual(['2026-03-02 17:00']);
  });
  test('does not ask twice where a later round is due by then', async () => {
    expect(await held('09:00', '17:00')).toEqual([]);
  });
  test('does not make up for a round at a time when nobody is asked, nor on another day', async () => {
    expect(await held('17:00', '20:10')).toEqual([]);
    expect(await held('17:00', '2026-03-03T09:10')).toEqual([]);
  });
  test('looks at the clock of the wall, where it was tried again after an outage', async () => {
    expect(await held('09:00', '09:00:01', '17:05')).toEqual([]);
    expect(await held('09:00', '09:00:01', '12:40')).toEqual(['2026-03-02 09:00']);
    expect(await held('17:00', '17:00:01', '20:10')).toEqual([]);
  });
  test('asks for the sweep of the day at night, also late', async () => {
    expect(await held('03:00', '03:00:01')).toEqual(['2026-03-02']);
    expect(await held('03:00', '08:00')).toEqual(['2026-03-02']);
  });
});
