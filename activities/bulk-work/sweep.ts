import { RAW_RECORDS, RETENTION, type RecordClass } from '../../domain/bulk-work/retention.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import type { SubjectMoment } from '../uses.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';

const CLASSES = Object.keys(RETENTION) as RecordClass[];

/** Older than this a record of the class is destroyed by the sweep of that day. */
const limitOf = (what: RecordClass, day: string): string =>
  Instant.onDayInSeoul(LocalDate.of(day), 0)
    .plusHours(-24 * RETENTION[what].days)
    .toString();

const beginOf = (day: string): string => Instant.onDayInSeoul(LocalDate.of(day), 0).toString();

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

/** At once at a provider. */
const LOOK_UPS = 20;

export type DestroyRecords = (step: SubjectMoment) => Promise<void>;

/**
 * Raw records that providers keep past their look-up's date: the look-up's process has them destroyed by its own timer,
 * and this is the net below it. A provider that refuses is asked again by the sweep of the next day.
 */
export const destroyRawRecords =
  (uses: BulkUses, destroyRecords: DestroyRecords) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { requestedAt, about } = (await uses.bulkRuns.load(runId)).aggregate.state;
    return inBatches(uses, {
      runId,
      step: RAW_RECORDS.what,
      limit: LOOK_UPS,
      page: (after, limit) =>
        uses.retention.lookUpsDue({ before: about['day'] ?? '', since: requestedAt, after, limit }),
      cursorOf: (id) => id,
      one: (id) => {
        const row = { subjectKind: 'information-request', subjectId: id };
        return orRefused(row, async () => {
          try {
            await destroyRecords({ id, at });
            return { ...row, outcome: RAW_RECORDS.what, details: {} };
          } catch (error) {
            if (!(error instanceof ExternalSystemRefused)) throw error;
            return { ...row, outcome: 'refused', details: { code: error.code } };
          }
        });
      },
    });
  };

/** What, how many and under which rule: a certificate for the run. Answers its hash. */
export const certifyDestruction =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<string> => {
    const day = await dayOf(uses, runId);
    const progress = await uses.bulkProgress.of(runId);
    const rows = (what: string): number => progress.find(({ step }) => step === what)?.counts[what] ?? 0;
    const { what, days, basis } = RAW_RECORDS;
    return uses.retention.certify(runId, at, [
      ...CLASSES.map((one) => {
        const rule = RETENTION[one];
        return { what: one, rows: rows(one), before: limitOf(one, day), days: rule.days, basis: rule.basis };
      }),
      { what, rows: rows(what), before: beginOf(day), days, basis },
    ]);
  };
