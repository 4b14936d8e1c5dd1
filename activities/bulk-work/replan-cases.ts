import type { RowOutcome } from '../../domain/bulk-work/row-outcome.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { assignTier } from '../assign-tier.ts';
import type { CaseStage, CaseState } from '../../domain/patient-management/case/case.state.ts';
import { caseRules, caseRulesFrom, NoProtocolInForce } from '../case-rules.ts';
import { change } from '../change.ts';
import { offerChoice } from '../offer-choice.ts';
import { withdrawChoice } from '../withdraw-choice.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';
import { changesFor, leavesChoice, versionOfRun } from './rollout.ts';

/**
 * Every open case of the disease is planned anew; its process hears of it, and releases whose moment has passed. Where the
 * version leaves the choice, an officer is asked about whom it would move.
 */
export const replanCases =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const version = await versionOfRun(uses, runId);
    const { disease } = version;
    const changes = changesFor(version);
    const choice = leavesChoice(version);
    if (!choice && changes.every((name) => name === 'quarantine')) return { paused: false };
    await uses.protocols.latestVersions(disease, uses.jurisdiction); // what was published a moment ago counts
    return inBatches(uses, {
      runId,
      step: `cases:${disease}`,
      page: (after, limit) =>
        uses.openCases.page({ disease, limit, andSuspected: true, ...(after === '' ? {} : { after }) }),
      cursorOf: ({ caseId }) => caseId,
      one: ({ caseId, state }) =>
        orRefused({ subjectKind: 'case', subjectId: caseId }, async () => {
          if (changes.includes('monitoring') && state.stage !== 'suspected')
            await assignTier(uses)({ caseId, at });
          const asked = { caseId, at, protocol: version.id };
          if (changes.includes('caseRelease')) await withdrawChoice(uses, asked, version);
          const replan = await replanned(uses, asked);
          return choice ? offered(uses, { ...asked, state }, replan) : replan;
        }),
    });
  };

type Asked = Readonly<{ caseId: string; at: string; protocol: string }>;

/** Where a case has no date of its own that could move, and why. */
const WITHOUT_A_DATE: Readonly<Partial<Record<CaseStage, RowOutcome>>> = {
  suspected: 'not-confirmed-yet',
  confirmed: 'planned-by-it-first',
  retest: 'result-decides',
  'clinician-decision': 'clinician-decides',
  'release-due': 'being-released',
  released: 'closed-meanwhile',
  'not-a-case': 'closed-meanwhile',
  deceased: 'closed-meanwhile',
  withdrawn: 'closed-meanwhile',
  recorded: 'closed-meanwhile',
};
/** These the new rules may free all the same. */
const MAY_BE_FREED: readonly CaseStage[] = ['retest', 'clinician-decision'];

/** Not planned at all yet: nobody knows what a version would do for these. */
const NOT_PLANNED: readonly RowOutcome[] = ['not-confirmed-yet', 'planned-by-it-first'];
/** Without a date that a version could move now: whoever plans one asks an officer then. */
const PLANNED_LATER: readonly RowOutcome[] = [...NOT_PLANNED, 'result-decides', 'clinician-decides'];
const OVER: readonly RowOutcome[] = ['being-released', 'closed-meanwhile'];

/** What is asked of an officer where the version leaves the choice. */
async function offered(
  uses: BulkUses,
  { caseId, at, state }: Asked & Readonly<{ state: CaseState }>,
  replan: RowResult,
): Promise<RowResult> {
  const { subjectKind, subjectId, outcome } = replan;
  if (OVER.includes(outcome)) return replan;
  const details = NOT_PLANNED.includes(outcome) ? undefined : await offerChoice(uses, { caseId, at }, state);
  if (details !== undefined) return { subjectKind, subjectId, outcome: 'left-to-an-officer', details };
  return PLANNED_LATER.includes(outcome) ? { ...replan, outcome: 'asked-when-planned' } : replan;
}

async function replanned(uses: BulkUses, { caseId, at, protocol }: Asked): Promise<RowResult> {
  const row = { subjectKind: 'case', subjectId: caseId };
  const standing = (await uses.cases.load(caseId)).aggregate.state;
  const dateless = WITHOUT_A_DATE[standing.stage];
  if (dateless !== undefined && !MAY_BE_FREED.includes(standing.stage))
    return { ...row, outcome: dateless, details: { stage: standing.stage } };
  const previous = await rulesWithout(uses, protocol, standing, at);
  const command = { commandId: `case:${caseId}:rollout:${protocol}` };
  const receipt = await change(
    uses.cases,
    caseId,
    command,
    async (aCase) => {
      const rule = await caseRules(uses, aCase.state, at);
      aCase.execute({
        ...{ type: 'ApplyProtocol', protocol, rule, by: BULK, at: Instant.of(at) },
        ...(previous === undefined ? {} : { previous }),
      });
    },
    (aCase) => {
      const [moved] = aCase.news;
      if (moved?.type !== 'ProtocolApplied') return {};
      const { dueAt, rule, previousDueAt, previousRule } = moved;
      return { dueAt, rule, previousDueAt, previousRule };
    },
  );
  const { dueAt, rule, previousDueAt, previousRule } = receipt;
  if (dueAt === undefined && dateless !== undefined)
    return { ...row, outcome: dateless, details: { stage: standing.stage } };
  if (dueAt === undefined)
    return { ...row, outcome: 'same', details: { dueAt: standing.check?.dueAt ?? null } };
  const details = {
    dueAt: String(dueAt),
    version: String(rule),
    previousDueAt: String(previousDueAt),
    previousVersion: String(previousRule),
  };
  return { ...row, outcome: dueAt === previousDueAt ? 'same' : 'moved', details };
}

/** The rules of a case as they were before a version came; nothing where there were none. */
async function rulesWithout(uses: BulkUses, protocol: string, state: CaseState, at: string) {
  const versions = await uses.protocols.versions(state.disease, uses.jurisdiction);
  const others = versions.filter(({ id }) => id !== protocol);
  try {
    return caseRulesFrom(others, uses, state, Instant.of(at));
  } catch (error) {
    if (error instanceof NoProtocolInForce) return undefined;
    throw error;
  }
}
