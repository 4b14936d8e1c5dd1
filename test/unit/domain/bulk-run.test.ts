import { describe, expect, test } from '@jest/globals';
import type { BulkRunCommand } from '../../../domain/bulk-work/bulk-run.commands.ts';
import { BulkRun } from '../../../domain/bulk-work/bulk-run.ts';
import { slotsOf } from '../../../domain/protocol/evaluation/monitoring-times.ts';
import { bulkRunId } from '../../../domain/shared-kernel/id.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { given } from '../../support/given-when-then.ts';

const at = Instant.of('2026-03-01T00:00:00Z');
const by = { by: 'officer', at };
const run = (): BulkRun => BulkRun.unrequested(bulkRunId('0192f0c4-1111-7000-8000-000000000001'));
const request = {
  type: 'RequestBulkRun',
  kind: 'monitoring-round',
  key: 'kr/2026-03-01-0900',
  about: { day: '2026-03-01', slot: '09:00' },
  ...by,
} as const;
const pause = { type: 'PauseBulkRun', ...by } as const;
const resume = { type: 'ResumeBulkRun', ...by } as const;
const finish = { type: 'FinishBulkRun', counts: { asked: 3 }, ...by } as const;

describe('a bulk run', () => {
  const requested = (...earlier: readonly BulkRunCommand[]) =>
    given<BulkRunCommand>(run(), request, ...earlier);

  test('is asked for once', () => {
    const { kind, key, about } = request;
    given<BulkRunCommand>(run()).when(request).thenRaises({ type: 'BulkRunRequested', kind, key, about });
    requested().when(request).thenRefused('bulk-run/already-requested');
  });

  test('has a key that can be a name', () => {
    given<BulkRunCommand>(run())
      .when({ ...request, key: 'Hong Gildong' })
      .thenRefused('bulk-run/key-malformed');
  });

  test('of a sweep is for a day that has come: what it would destroy is kept until then', () => {
    const sweep = (day: string) =>
      ({ ...request, kind: 'retention-sweep', key: day, about: { day } }) as const;
    given<BulkRunCommand>(run()).when(sweep('2026-03-02')).thenRefused('bulk-run/day-not-come');
    given<BulkRunCommand>(run()).when(sweep('2999-01-01')).thenRefused('bulk-run/day-not-come');
    for (const day of ['2026-03-01', '2025-12-31'])
      given<BulkRunCommand>(run()).when(sweep(day)).thenRaises({ type: 'BulkRunRequested', about: { day } });
  });

  test('is paused and goes on; asked again it is quiet', () => {
    requested().when(pause).thenRaises({ type: 'BulkRunPaused', key: request.key });
    requested(pause).when(pause).thenQuiet();
    requested(pause).when(resume).thenRaises({ type: 'BulkRunResumed', key: request.key });
    requested().when(resume).thenQuiet();
    const again = run();
    for (const command of [request, pause, resume]) again.execute(command);
    expect(again.state).toEqual({
      stage: 'running',
      kind: 'monitoring-round',
      key: request.key,
      about: request.about,
      requestedAt: at.toString(),
      requestedBy: 'officer',
    });
  });

  test('finishes with its counts, and then neither stops nor goes on', () => {
    requested(pause)
      .when(finish)
      .thenRaises({ type: 'BulkRunFinished', counts: { asked: 3 } });
    requested(finish).when(finish).thenQuiet();
    requested(finish).when(pause).thenRefused('bulk-run/already-finished');
    requested(finish).when(resume).thenRefused('bulk-run/already-finished');
  });

  test('that nobody asked for is not there', () => {
    given<BulkRunCommand>(run()).when(pause).thenRefused('bulk-run/not-found');
  });
});

describe('the half hours in which a tier asks', () => {
  const tier = { id: 'home', of: 'case', channel: 'sms' } as const;
  test.each([
    [1, ['09:00']],
    [2, ['09:00', '15:00']],
    [3, ['09:00', '13:00', '17:00']],
    [0, []],
  ])('%i checks a day are spread over the day', (checksPerDay, slots) => {
    expect(slotsOf({ ...tier, checksPerDay })).toEqual(slots);
  });

  test('even the most checks of a day have a half hour each', () => {
    expect(slotsOf({ ...tier, checksPerDay: 24 })).toHaveLength(24);
  });

  test('are those of its times, where it says times', () => {
    expect(slotsOf({ ...tier, checksPerDay: 2, times: ['20:45', '08:30'] })).toEqual(['08:30', '20:30']);
  });

  test('are none for people who watch themselves', () => {
    expect(slotsOf({ ...tier, channel: 'none', checksPerDay: 2 })).toEqual([]);
  });
});
