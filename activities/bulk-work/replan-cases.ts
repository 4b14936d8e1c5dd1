import { Instant } from '../../domain/shared-kernel/instant.ts';
import { assignTier } from '../assign-tier.ts';
import { caseRules } from '../case-rules.ts';
import { change } from '../change.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';
import { changesFor, versionOfRun } from './rollout.ts';

/** Every open case of the disease is planned anew; its process hears of it, and releases whose moment has passed. */
export const replanCases =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const version = await versionOfRun(uses, runId);
    const { disease } = version;
    const changes = changesFor(version);
    if (changes.every((name) => name === 'quarantine')) return { paused: false };
    await uses.protocols.latestVersions(disease, uses.jurisdiction); // what was published a moment ago counts
    return inBatches(uses, {
      runId,
      step: `cases:${disease}`,
      page: (after, limit) => uses.openCases.page({ disease, limit, ...(after === '' ? {} : { after }) }),
      cursorOf: ({ caseId }) => caseId,
      one: ({ caseId }) =>
        orRefused({ subjectKind: 'case', subjectId: caseId }, async () => {
          if (changes.includes('monitoring')) await assignTier(uses)({ caseId, at });
          return replanned(uses, { caseId, at, protocol: version.id });
        }),
    });
  };

type Asked = Readonly<{ caseId: string; at: string; protocol: string }>;

/** `moved`, `same` where its date stands, `at-another-stage` where no check is planned. */
async function replanned(uses: BulkUses, { caseId, at, protocol }: Asked): Promise<RowResult> {
  const row = { subjectKind: 'case', subjectId: caseId };
  const standing = (await uses.cases.load(caseId)).aggregate.state;
  if (standing.stage !== 'home-treatment' && standing.stage !== 'symptom-check')
    return { ...row, outcome: 'at-another-stage', details: { stage: standing.stage } };
  const command = { commandId: `case:${caseId}:rollout:${protocol}` };
  const receipt = await change(
    uses.cases,
    caseId,
    command,
    async (aCase) => {
      const rule = await caseRules(uses, aCase.state, at);
      aCase.execute({ type: 'ApplyProtocol', protocol, rule, by: BULK, at: Instant.of(at) });
    },
    (aCase) => {
      const [moved] = aCase.news;
      if (moved?.type !== 'ProtocolApplied') return {};
      const { dueAt, rule, previousDueAt, previousRule } = moved;
      return { dueAt, rule, previousDueAt, previousRule };
    },
  );
  const { dueAt, rule, previousDueAt, previousRule } = receipt;
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
