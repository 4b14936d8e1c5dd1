import type { RowResult } from '../ports/bulk-progress.ts';
import type { SettledDoubt } from '../ports/import-rows.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import { commandOf, type ImportAbout } from './enter-row.ts';
import { orRefused } from './in-batches.ts';
import { knownPeople } from './known-people.ts';
import { entered, matched, subjectOf, type ImportSteps, type Run } from './take-row.ts';

/** Rows on which a person has decided go on. `open`: as many are left, of which somebody is told by their task. */
export const takeDoubtful =
  (uses: BulkUses, steps: ImportSteps) =>
  async ({ runId, at }: RunMoment): Promise<Stretch & Readonly<{ open: number }>> => {
    const { bulkRuns, importRows, heart } = uses;
    const { stage, about } = (await bulkRuns.load(runId)).aggregate.state;
    if (stage === 'paused') return { paused: true, open: 0 };
    const run: Run = { runId, at, about: about as ImportAbout };
    for (const doubt of await importRows.settledDoubts(runId)) {
      heart.beat();
      await importRows.settle(runId, doubt.number, await settled(uses, steps, run, doubt));
    }
    return { paused: false, open: await importRows.doubts(runId) };
  };

function settled(uses: BulkUses, steps: ImportSteps, run: Run, doubt: SettledDoubt): Promise<RowResult> {
  const { number, decision, personId, taskId } = doubt;
  const subject = subjectOf(number);
  return orRefused(subject, async () => {
    if (decision === undefined)
      return { ...subject, outcome: 'refused', details: { code: 'row/doubt-called-off', taskId } };
    const patient = doubt.open();
    const row = { number, patient, key: uses.importRows.keyOf(run.about.source, patient.patientId) };
    const decided = { taskId, decision };
    const like = {
      personId: await standing(uses, personId),
      standing: 'certain',
      score: 1,
      reasons: [],
    } as const;
    const { outcome, details } =
      decision === 'samePerson'
        ? await matched(uses, steps, run, { ...row, like })
        : await entered(uses, steps, run, {
            ...row,
            elsewhere: (await knownPeople(uses, run.about, patient, commandOf(row.key))).elsewhere,
          });
    const { score: _score, reasons: _reasons, ...found } = details;
    return { ...subject, outcome, details: { ...found, ...decided } };
  });
}

/** The two may have been merged with others while somebody thought about it. */
const standing = async ({ identities }: BulkUses, personId: string): Promise<string> =>
  (await identities.of([personId])).get(personId)?.personId ?? personId;
