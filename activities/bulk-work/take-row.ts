import type { ListedPatient } from '../../domain/bulk-work/listed-patient.ts';
import { openEpisode } from '../../domain/patient-management/case/episodes.ts';
import { HEADQUARTERS } from '../../domain/shared-kernel/districts/beginnings.ts';
import { RuleBroken, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { openTaskAbout } from '../open-task-about.ts';
import type { LooksAgain } from '../patient-management/registered-or-known.ts';
import type { PersonAlike } from '../people-alike.ts';
import { askWhetherSame } from '../person-alike-task.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { ImportedCase } from '../ports/import-rows.ts';
import { BULK, type BulkUses } from './bulk-uses.ts';
import { commandOf, enterRow, type CaseSteps, type ImportAbout } from './enter-row.ts';
import { detailsOf, knownPeople } from './known-people.ts';
import { isInReach } from './reach-of-run.ts';
import { toldAgain, toldBy, type CorrectOnset } from './told-again.ts';

export type ImportSteps = CaseSteps & Readonly<{ correctRecordedOnset: CorrectOnset }>;
export type Run = Readonly<{ runId: string; at: string; about: ImportAbout }>;
export type OpenRow = Readonly<{ number: number; patient: ListedPatient }>;
type Became = Pick<RowResult, 'outcome' | 'details'>;

export const subjectOf = (number: number) =>
  ({ subjectKind: 'row', subjectId: String(number).padStart(6, '0') }) as const;

/** A row that can be read becomes a case, is found to be one already, or is put to a person. */
export async function takeRow(uses: BulkUses, steps: ImportSteps, run: Run, row: OpenRow): Promise<Became> {
  const { importRows } = uses;
  const { about, runId } = run;
  const { number, patient } = row;
  const key = importRows.keyOf(about.source, patient.patientId);
  const known = await importRows.importedAs(key);
  const notes = patient.notes === undefined ? {} : { notes: patient.notes.join(',') };
  const noted = (became: Became): Became => ({ ...became, details: { ...notes, ...became.details } });
  // Nothing is changed there, and nothing of it told.
  if (known !== undefined && !(await isInReach(uses, about, { kind: 'case', id: known.caseId })))
    return noted({ outcome: 'already-there', details: {} });
  if (known !== undefined && known.runId === runId && known.number === number)
    return noted({ outcome: 'created', details: { caseId: known.caseId } });
  if (known !== undefined) return noted(await toldAgain(uses, steps, { run, key, known, patient }));
  return noted(await enteredUnlessKnown(uses, steps, run, { ...row, key }));
}

/** Of so many lists and offices the same person is hardly told in one moment. */
const ATTEMPTS = 8;

async function enteredUnlessKnown(
  uses: BulkUses,
  steps: ImportSteps,
  run: Run,
  row: Entering,
): Promise<Became> {
  const { patient, key } = row;
  const { about } = run;
  const besides: string[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const { likely, elsewhere } = await knownPeople(uses, about, patient, commandOf(key));
    // In a dry run nobody is stored, so that what stands above in the list is asked too.
    const like: Like | undefined = likely ?? (about.dryRun === undefined ? undefined : patient.twin);
    if (like?.standing === 'doubtful') return inDoubt(uses, run, row, like);
    if (like !== undefined) return matched(uses, steps, run, { ...row, like });
    try {
      return await entered(uses, steps, run, { ...row, elsewhere, looksAgain: { besides } });
    } catch (error) {
      // Somebody has told of the same person since: they are found now, unless they are out of reach.
      if (!(error instanceof StaleAggregate) || attempt === ATTEMPTS) throw error;
      besides.push(String(error.params['id']));
    }
  }
}

type Entering = OpenRow & Readonly<{ key: string }>;
type Like = Omit<PersonAlike, 'personId'> & Readonly<{ personId?: string; line?: number }>;

/**
 * Somebody new. Whether they are somebody who is known out of the run's reach the headquarters are asked.
 * @throws StaleAggregate where it `looksAgain` and somebody has registered them since
 */
export async function entered(
  uses: BulkUses,
  steps: ImportSteps,
  run: Run,
  {
    elsewhere,
    looksAgain,
    ...row
  }: Entering & Readonly<{ elsewhere: readonly PersonAlike[]; looksAgain?: LooksAgain }>,
): Promise<Became> {
  const { id: caseId } = await enterRow(steps, run.about, { ...row, looksAgain });
  if (run.about.dryRun === undefined)
    for (const { personId: other, score } of elsewhere) {
      const { personId } = (await uses.cases.load(caseId)).aggregate.state;
      const asked = { personId, other, score, district: HEADQUARTERS };
      await askWhetherSame(uses, { ...asked, by: BULK, at: Instant.of(run.at) });
    }
  const imported = await remembered(uses, run, row, caseId);
  const ours = imported.runId === run.runId && imported.number === row.number;
  return { outcome: ours ? 'created' : 'already-there', details: { caseId: imported.caseId } };
}

const THERE: readonly string[] = ['case/already-recorded', 'case/already-open'];

/** Somebody known: an open episode of theirs is the one that the list means, else a new one is opened. */
export async function matched(
  uses: BulkUses,
  steps: ImportSteps,
  run: Run,
  { like, ...row }: Entering & Readonly<{ like: Like }>,
): Promise<Became> {
  const { personId, line } = like;
  const about = { ...detailsOf(like), ...(line === undefined ? {} : { likeLine: String(line) }) };
  if (personId === undefined) return { outcome: 'matched', details: about };
  const details = { ...about, personId };
  const there = async (caseId: string): Promise<Became> => {
    await remembered(uses, run, row, caseId);
    const isTheirs = await isInReach(uses, run.about, { kind: 'case', id: caseId });
    return { outcome: 'already-there', details: isTheirs ? { ...details, caseId } : details };
  };
  const { episodes = 'live', disease } = run.about;
  const open =
    episodes === 'live' ? openEpisode(await uses.lookups.episodesOf(personId, disease)) : undefined;
  if (open !== undefined && (await uses.cases.load(open.caseId, commandOf(row.key))).handled === undefined)
    return there(open.caseId);
  try {
    const { id: caseId } = await enterRow(steps, run.about, { ...row, personId });
    await remembered(uses, run, row, caseId);
    return { outcome: 'matched', details: { ...details, caseId } };
  } catch (error) {
    // Confirmed on that very day, or opened at this very moment: the list means that one.
    if (error instanceof RuleBroken && THERE.includes(error.code))
      return there(String(error.params['caseId']));
    throw error;
  }
}

async function remembered(
  { importRows }: BulkUses,
  { runId, about }: Run,
  { key, number, patient }: Entering,
  caseId: string,
): Promise<ImportedCase> {
  const imported = { caseId, runId, number, told: toldBy(importRows.hashOf, key, patient) };
  return about.dryRun === undefined ? importRows.remember(key, imported) : imported;
}

/** A person is asked, once. */
async function inDoubt(uses: BulkUses, { runId, at, about }: Run, row: OpenRow, like: Like): Promise<Became> {
  const details = { ...detailsOf(like), ...(like.line === undefined ? {} : { likeLine: String(like.line) }) };
  const { personId } = like;
  if (personId === undefined || about.dryRun !== undefined) return { outcome: 'doubtful', details };
  const { subjectId } = subjectOf(row.number);
  const { taskId } = await openTaskAbout(uses)({
    kind: 'import-doubtful',
    subject: { kind: 'bulk-run', id: runId },
    district: about.district, // where the run is, and the row can be read
    reason: `row ${subjectId} person ${personId} score ${like.score}`,
    commandId: `bulk-run:${runId}:doubt:${subjectId}`,
    by: BULK,
    at,
  });
  return { outcome: 'doubtful', details: { ...details, personId, taskId } };
}
