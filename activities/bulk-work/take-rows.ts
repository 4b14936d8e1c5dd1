import type { OpenCaseInput } from '../patient-management/open-case.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { KeptRow } from '../ports/import-rows.ts';
import type { Receipt } from '../ports/repository.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';

const STEP = 'rows';
export type OpenCase = (input: OpenCaseInput) => Promise<Receipt>;
type About = Readonly<{ source: string; disease: string; district: string }>;

/** Every row becomes a person and a case, once; then nothing is left of its values but in the person's own row. */
export const takeRows =
  (uses: BulkUses, openCase: OpenCase) =>
  async ({ runId }: RunMoment): Promise<Stretch> => {
    const { importRows, bulkRuns } = uses;
    const about = (await bulkRuns.load(runId)).aggregate.state.about as About;
    const stretch = await inBatches(uses, {
      runId,
      step: STEP,
      limit: importRows.batch,
      page: async (after, limit) => {
        await importRows.forgetPassed(runId, STEP);
        return importRows.page(runId, Number(after), limit);
      },
      cursorOf: ({ number }) => String(number),
      one: (row) => taken(uses, openCase, { runId, about, row }),
    });
    await importRows.forgetPassed(runId, STEP);
    return stretch;
  };

type Taken = Readonly<{ runId: string; about: About; row: KeptRow }>;

/** `created`, `already-there` where a row before it made the case, `refused` with its line and the reason. */
async function taken(
  { importRows }: BulkUses,
  openCase: OpenCase,
  { runId, about, row }: Taken,
): Promise<RowResult> {
  const { number, fault } = row;
  const subject = { subjectKind: 'row', subjectId: String(number).padStart(6, '0') };
  if (fault !== undefined) return { ...subject, outcome: 'refused', details: { code: fault } };
  return orRefused(subject, async () => {
    const { patientId, onset, district, nationality, name, phone, birthDate, sex } = row.open();
    const person = { name, phone, birthDate, sex, ...(nationality === undefined ? {} : { nationality }) };
    const key = importRows.keyOf(about.source, patientId);
    const known = await importRows.importedAs(key);
    const imported =
      known ??
      (await importRows.remember(key, {
        caseId: (
          await openCase(opening(key, { ...about, district: district ?? about.district }, { person, onset }))
        ).id,
        runId,
        number,
      }));
    const { caseId } = imported;
    const ours = imported.runId === runId && imported.number === number;
    return { ...subject, outcome: ours ? 'created' : 'already-there', details: { caseId } };
  });
}

type Who = Readonly<{
  person: Omit<Extract<OpenCaseInput['person'], { name: string }>, 'language'>;
  onset?: string | undefined;
}>;

/** The command's id is the patient's key, so a repeat of the row, or of the file, finds what the first one made. */
const opening = (key: string, { disease, district }: About, { person, onset }: Who): OpenCaseInput => ({
  commandId: `import:${key}`,
  fingerprint: key,
  by: BULK,
  kind: 'diagnosis',
  person: { ...person, language: 'ko' },
  disease,
  district,
  symptomatic: onset !== undefined,
  dateOfSymptomOnset: onset,
});
