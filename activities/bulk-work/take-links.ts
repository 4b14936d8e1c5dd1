import type { RecordInfectionInput } from '../epidemiological-investigation/record-infection.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { KeptLinks } from '../ports/import-rows.ts';
import type { Receipt } from '../ports/repository.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import type { ImportAbout } from './enter-row.ts';
import { inBatches, orRefused } from './in-batches.ts';
import { isInReach } from './reach-of-run.ts';

export type RecordInfection = (input: RecordInfectionInput) => Promise<Receipt>;

/**
 * Who infected whom, once all cases of the list are there. While rows are in doubt, a row whose links may hang on them is
 * left for `takeLinksLeft`.
 */
export const takeLinks =
  (uses: BulkUses, recordInfection: RecordInfection, step: 'links' | 'links-left') =>
  async ({ runId }: RunMoment): Promise<Stretch> => {
    const { bulkRuns, importRows } = uses;
    const about = (await bulkRuns.load(runId)).aggregate.state.about as ImportAbout;
    if (about.dryRun !== undefined) return { paused: false };
    const areSettled = step === 'links-left' || (await importRows.doubts(runId)) === 0;
    const stretch = await inBatches(uses, {
      runId,
      step,
      page: async (after, limit) => {
        await importRows.forgetLinks(runId, step);
        return importRows.links(runId, Number(after), limit);
      },
      cursorOf: ({ number }) => String(number),
      one: (row) => linked(uses, recordInfection, { runId, about, row, areSettled }),
    });
    await importRows.forgetLinks(runId, step);
    return stretch;
  };

type Linking = Readonly<{ runId: string; about: ImportAbout; row: KeptLinks; areSettled: boolean }>;

async function linked(
  { importRows, cases, contacts, lookups }: BulkUses,
  recordInfection: RecordInfection,
  { runId, about, row, areSettled }: Linking,
): Promise<readonly RowResult[]> {
  const infected = await importRows.importedAs(row.own);
  const infectors = await Promise.all(row.of.map((key) => importRows.importedAs(key)));
  if (!areSettled && [infected, ...infectors].includes(undefined)) return [];
  const results: RowResult[] = [];
  for (const [index, key] of row.of.entries()) {
    const subject = {
      subjectKind: 'link',
      subjectId: `${String(row.number).padStart(6, '0')}-${index + 1}`,
    };
    const infector = infectors[index];
    results.push(
      await orRefused(subject, async () => {
        if (key === row.own) return { ...subject, outcome: 'infector-is-oneself', details: {} };
        if (infected === undefined)
          return { ...subject, outcome: 'refused', details: { code: 'row/not-entered' } };
        const { caseId } = infected;
        if (!(await isInReach({ lookups }, about, { kind: 'case', id: caseId })))
          return { ...subject, outcome: 'refused', details: { code: 'row/district-not-yours' } };
        if (infector === undefined) return { ...subject, outcome: 'infector-unknown', details: { caseId } };
        const request = { commandId: `import:${runId}:${row.own}:link:${key}`, fingerprint: key, by: BULK };
        const { personId, district } = (await cases.load(caseId)).aggregate.state;
        const details = { caseId, sourceCaseId: infector.caseId };
        const between = await lookups.contactBetween(infector.caseId, personId);
        const contact = between === undefined ? undefined : await contacts.load(between, request.commandId);
        const isKnown = contact?.aggregate.state.transmission !== undefined && contact.handled === undefined;
        if (contact !== undefined && isKnown)
          return {
            ...subject,
            outcome: 'link-known',
            details: { ...details, contactId: contact.aggregate.id },
          };
        const link = { ...request, sourceCaseId: infector.caseId, caseId, district };
        const { id: contactId } = await recordInfection(link);
        return { ...subject, outcome: 'linked', details: { ...details, contactId } };
      }),
    );
  }
  return results;
}
