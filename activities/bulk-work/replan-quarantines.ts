import { endByNewRules } from '../../domain/isolation-management/isolation/decisions/dates.ts';
import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { IsolationState } from '../../domain/isolation-management/isolation/isolation.state.ts';
import type { QuarantineEnd } from '../epidemiological-investigation/quarantine-end.ts';
import { change } from '../change.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import type { OpenIsolation } from '../ports/open-quarantines.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';
import { changesFor, versionOfRun } from './rollout.ts';

export type QuarantineEndOf = (quarantine: IsolationState, at: string) => Promise<QuarantineEnd>;

/** Every running isolation has its result; a quarantine gets the end that its governing rule gives now. */
export const replanQuarantines =
  (uses: BulkUses, endOf: QuarantineEndOf) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const version = await versionOfRun(uses, runId);
    const { disease } = version;
    if (!changesFor(version).includes('quarantine')) return { paused: false };
    await uses.protocols.latestVersions(disease, uses.jurisdiction);
    return inBatches(uses, {
      runId,
      step: `quarantines:${disease}`,
      page: (after, limit) => uses.openQuarantines.page({ disease, after, limit }),
      cursorOf: ({ isolationId }) => isolationId,
      one: (row) => rescheduled(uses, endOf, { ...row, at, protocol: version.id }),
    });
  };

type Asked = OpenIsolation & Readonly<{ at: string; protocol: string }>;

/** One quarantine, many exposures: the latest end counts. */
async function rescheduled(uses: BulkUses, endOf: QuarantineEndOf, asked: Asked): Promise<RowResult> {
  const { isolationId, kind, endsAt: before, protocol } = asked;
  const row = { subjectKind: 'isolation', subjectId: isolationId };
  if (kind === 'isolation')
    return before === null
      ? { ...row, outcome: 'case-decides', details: {} }
      : { ...row, outcome: 'set-by-an-order', details: { endsAt: before } };
  if (before === null) return { ...row, outcome: 'contact-decides', details: {} };
  const at = Instant.of(asked.at);
  return orRefused(row, async () => {
    const command = { commandId: `isolation:${isolationId}:rollout:${protocol}` };
    let end: QuarantineEnd | undefined;
    const receipt = await change(
      uses.isolations,
      isolationId,
      command,
      async (isolation) => {
        // Worked out for what is stored: an exposure that comes meanwhile makes this be tried again.
        end = await endOf(isolation.state, asked.at);
        if (typeof end === 'string') return;
        isolation.execute({
          type: 'RescheduleIsolation',
          endsAt: endByNewRules(isolation.state, end.endsAt, at),
          reason: 'protocol-changed',
          protocol: protocolVersion(protocol),
          by: BULK,
          at,
        });
      },
      ({ news: [moved] }) =>
        moved?.type === 'IsolationExtended' || moved?.type === 'IsolationShortened'
          ? { endsAt: moved.newEndsAt, previousEndsAt: moved.oldEndsAt }
          : {},
    );
    if (end === 'undecided')
      return { ...row, outcome: 'left-to-a-person', details: { endsAt: before, version: protocol } };
    if (end === 'none') return { ...row, outcome: 'ended-with-its-contact', details: { endsAt: before } };
    const { endsAt, previousEndsAt } = receipt;
    if (endsAt === undefined) return { ...row, outcome: 'same', details: { endsAt: before } };
    const details = { endsAt: String(endsAt), previousEndsAt: String(previousEndsAt), version: protocol };
    return { ...row, outcome: 'moved', details };
  });
}
