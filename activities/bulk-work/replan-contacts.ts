import type { Replanned } from '../epidemiological-investigation/replan-follow-up.ts';
import type { SubjectMoment } from '../uses.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';
import { changesFor, versionOfRun } from './rollout.ts';

export type ReplanFollowUp = (moment: SubjectMoment) => Promise<Replanned>;

/** Every contact of the disease who is followed up is planned anew; their process hears of a date that moved. */
export const replanContacts =
  (uses: BulkUses, replanFollowUp: ReplanFollowUp) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const version = await versionOfRun(uses, runId);
    const { disease } = version;
    if (!changesFor(version).includes('quarantine')) return { paused: false };
    await uses.protocols.latestVersions(disease, uses.jurisdiction); // what was published a moment ago counts
    return inBatches(uses, {
      runId,
      step: `contacts:${disease}`,
      page: (after, limit) => uses.openQuarantines.contacts({ disease, after, limit }),
      cursorOf: (id) => id,
      one: (id) => {
        const row = { subjectKind: 'contact', subjectId: id };
        return orRefused(row, async () => {
          const { outcome, ...details } = await replanFollowUp({ id, at });
          return { ...row, outcome, details };
        });
      },
    });
  };
