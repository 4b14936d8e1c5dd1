import { expect, test } from '@jest/globals';
import type { BulkUses } from '../../../activities/bulk-work/bulk-uses.ts';
import { destroyExpired } from '../../../activities/bulk-work/sweep.ts';
import type { RowResult } from '../../../activities/ports/bulk-progress.ts';

test('what something was opened about after its page was read is kept, and its row says so', async () => {
  const results: RowResult[] = [];
  const destroyed: string[] = [];
  const at = '2026-03-02T00:00:00Z';
  const uses = {
    clock: { now: async () => at },
    heart: { beat: () => undefined },
    bulkRuns: {
      load: async () => ({ aggregate: { state: { about: { day: '2026-03-02' }, requestedAt: at } } }),
    },
    bulkProgress: {
      batch: async (_: unknown, work: (cursor: string) => Promise<unknown>) => {
        await work('');
        return 'done';
      },
      record: async (_: string, rows: readonly RowResult[]) => {
        results.push(...rows);
      },
    },
    retention: {
      destroyBatch: async () => 'done',
      expired: async ({ what }: { what: string }) => (what === 'personal-values' ? ['opened', 'over'] : []),
      isExpired: async (id: string) => id === 'over',
      blank: async () => undefined,
    },
  } as unknown as BulkUses;
  const destroy = async ({ id }: { id: string }): Promise<void> => {
    destroyed.push(id);
  };
  await destroyExpired(uses, {
    'route-visits': destroy,
    'survey-answers': destroy,
    'personal-values': destroy,
  })({ runId: 'run', at });
  expect(destroyed).toEqual(['over']);
  expect(results).toMatchObject([
    { subjectId: 'opened', outcome: 'needed-again' },
    { subjectId: 'over', outcome: 'destroyed' },
  ]);
});
