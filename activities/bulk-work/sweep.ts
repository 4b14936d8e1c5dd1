import { RETENTION, type RecordClass } from '../../domain/bulk-work/retention.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';

const CLASSES = Object.keys(RETENTION) as RecordClass[];

/** Older than this a record of the class is destroyed by the sweep of that day. */
const limitOf = (what: RecordClass, day: string): string =>
  Instant.onDayInSeoul(LocalDate.of(day), 0)
    .plusHours(-24 * RETENTION[what].days)
    .toString();

const dayOf = async ({ bulkRuns }: BulkUses, runId: string): Promise<string> => {
  const { day } = (await bulkRuns.load(runId)).aggregate.state.about;
  if (day === undefined) throw new TypeError('a sweep has a day');
  return day;
};

/** Destroys what its rule keeps no longer, class by class, in batches. */
export const destroyExpired =
  (uses: BulkUses) =>
  async ({ runId }: RunMoment): Promise<Stretch> => {
    const day = await dayOf(uses, runId);
    for (const what of CLASSES) {
      for (let outcome = 'more'; outcome === 'more';) {
        uses.heart.beat();
        outcome = await uses.retention.destroyBatch({ runId, step: what, what, before: limitOf(what, day) });
        if (outcome === 'paused') return { paused: true };
      }
    }
    return { paused: false };
  };

/** What, how many and under which rule: a certificate for the run. Answers its hash. */
export const certifyDestruction =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<string> => {
    const day = await dayOf(uses, runId);
    const progress = await uses.bulkProgress.of(runId);
    return uses.retention.certify(
      runId,
      at,
      CLASSES.map((what) => {
        const { days, basis } = RETENTION[what];
        const rows = progress.find(({ step }) => step === what)?.counts[what] ?? 0;
        return { what, rows, before: limitOf(what, day), days, basis };
      }),
    );
  };
