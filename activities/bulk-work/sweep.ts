import {
  EXPIRING,
  EXPIRING_CLASSES,
  RAW_RECORDS,
  RETENTION,
  type ExpiringClass,
  type RecordClass,
} from '../../domain/bulk-work/retention.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import type { SubjectMoment, SubjectStep } from '../uses.ts';
import { BULK, nowOf, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { inBatches, orRefused, toTheEnd } from './in-batches.ts';

const CLASSES = Object.keys(RETENTION) as RecordClass[];

/** What is older than so many days is destroyed by the sweep of that day. */
const limitOf = (days: number, day: string): string =>
  Instant.onDayInSeoul(LocalDate.of(day), 0)
    .plusHours(-24 * days)
    .toString();

const beginOf = (day: string): string => Instant.onDayInSeoul(LocalDate.of(day), 0).toString();

const daysOf = ({ retentionDays }: BulkUses, what: ExpiringClass): number =>
  retentionDays?.[what] ?? EXPIRING[what].days;

/**
 * Its last day, and when it was asked for. Of one of an earlier version, which took a day that had not come, the day of the
 * request: nothing goes before its time.
 */
async function sweepOf(
  { bulkRuns }: BulkUses,
  runId: string,
): Promise<Readonly<{ day: string; since: string }>> {
  const { about, requestedAt: since } = (await bulkRuns.load(runId)).aggregate.state;
  if (about.day === undefined) throw new TypeError('a sweep has a day');
  const asked = Instant.of(since).dateInSeoul();
  return { day: LocalDate.of(about.day).isAfter(asked) ? asked.toString() : about.day, since };
}

export type DestroyValues = Readonly<
  Record<ExpiringClass, (step: SubjectStep & Readonly<{ by: string }>) => Promise<void>>
>;

/** Destroys what its rule keeps no longer, class by class, in batches: whole records, then values inside others. */
export const destroyExpired =
  (uses: BulkUses, destroyValues: DestroyValues) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const sweep = await sweepOf(uses, runId);
    for (const what of CLASSES) {
      const before = limitOf(RETENTION[what].days, sweep.day);
      const { paused } = await toTheEnd(uses, () =>
        uses.retention.destroyBatch({ runId, step: what, what, before }),
      );
      if (paused) return { paused };
    }
    for (const what of EXPIRING_CLASSES) {
      const { paused } = await destroyValuesOf(uses, destroyValues[what], { runId, at, what, ...sweep });
      if (paused) return { paused };
    }
    return { paused: false };
  };

type Sweeping = RunMoment & Readonly<{ what: ExpiringClass; day: string; since: string }>;

/** One aggregate at a time, by its own rules: what it refuses is its result, and the sweep of the next day asks again. */
async function destroyValuesOf(
  uses: BulkUses,
  destroy: DestroyValues[ExpiringClass],
  { runId, at, what, day, since }: Sweeping,
): Promise<Stretch> {
  const asked = { what, before: limitOf(daysOf(uses, what), day), since, by: BULK };
  const moment = (await nowOf(uses, at)).toString();
  return inBatches(uses, {
    runId,
    step: what,
    page: (after, limit) => uses.retention.expired({ ...asked, after, limit }),
    cursorOf: (id) => id,
    one: (id) => {
      const row = { subjectKind: what, subjectId: id };
      return orRefused(row, async () => {
        if (!(await uses.retention.isExpired(id, asked)))
          return { ...row, outcome: 'needed-again', details: {} };
        await destroy({ id, at: moment, by: BULK, commandId: `sweep:${runId}:${what}:${id}` });
        await uses.retention.blank(what, id);
        return { ...row, outcome: 'destroyed', details: {} };
      });
    },
  });
}

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
    const { day: before, since } = await sweepOf(uses, runId);
    return inBatches(uses, {
      runId,
      step: RAW_RECORDS.what,
      limit: LOOK_UPS,
      page: (after, limit) => uses.retention.lookUpsDue({ before, since, after, limit }),
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
    const { day: last } = await sweepOf(uses, runId);
    const progress = await uses.bulkProgress.of(runId);
    const rows = (what: string, outcome = what): number =>
      progress.find(({ step }) => step === what)?.counts[outcome] ?? 0;
    const { what, days, basis } = RAW_RECORDS;
    return uses.retention.certify(runId, at, [
      ...CLASSES.map((one) => {
        const rule = RETENTION[one];
        const before = limitOf(rule.days, last);
        return { what: one, rows: rows(one), before, days: rule.days, basis: rule.basis };
      }),
      ...EXPIRING_CLASSES.map((one) => {
        const kept = daysOf(uses, one);
        const destroyed = {
          what: one,
          rows: rows(one, 'destroyed'),
          before: limitOf(kept, last),
          days: kept,
        };
        return { ...destroyed, basis: EXPIRING[one].basis };
      }),
      { what, rows: rows(what), before: beginOf(last), days, basis },
    ]);
  };
