import { protocolVersion } from '../../domain/isolation-management/isolation/protocol-version.ts';
import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import { judgeQuarantine } from '../../domain/protocol/evaluation/quarantine.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { ruleInForce } from '../../domain/protocol/protocol-version.ts';
import { change } from '../change.ts';
import type { RowResult } from '../ports/bulk-progress.ts';
import { BULK, type BulkUses, type RunMoment, type Stretch } from './bulk-uses.ts';
import { inBatches, orRefused } from './in-batches.ts';
import { changesFor, versionOfRun } from './rollout.ts';

/** Every running quarantine with an end of its own gets the end that its governing rule gives now. */
export const replanQuarantines =
  (uses: BulkUses) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const version = await versionOfRun(uses, runId);
    if (!changesFor(version).includes('quarantine')) return { paused: false };
    return inBatches(uses, {
      runId,
      step: `quarantines:${version.disease}`,
      page: (after, limit) => uses.openQuarantines.page({ disease: version.disease, after, limit }),
      cursorOf: ({ isolationId }) => isolationId,
      one: (row) => rescheduled(uses, { ...row, at, protocol: version.id, disease: version.disease }),
    });
  };

type Asked = Readonly<{
  isolationId: string;
  contactIds: readonly string[];
  at: string;
  protocol: string;
  disease: string;
}>;

/** One quarantine, many exposures: the latest end counts. Whose end has passed is free now, not in the past. */
async function rescheduled(uses: BulkUses, asked: Asked): Promise<RowResult> {
  const { isolationId, protocol } = asked;
  const row = { subjectKind: 'isolation', subjectId: isolationId };
  const at = Instant.of(asked.at);
  return orRefused(row, async () => {
    const ends = await Promise.all(
      asked.contactIds.map(async (id) => endOf(uses, (await uses.contacts.load(id)).aggregate.state, asked)),
    );
    const known = ends.flatMap((end) => end ?? []);
    if (known.length < ends.length)
      return { ...row, outcome: 'left-to-a-person', details: { version: protocol } };
    const latest = known.reduce((last, end) => (end.isAfter(last) ? end : last), at);
    const before = (await uses.isolations.load(isolationId)).aggregate.state.endsAt ?? null;
    const command = { commandId: `isolation:${isolationId}:rollout:${protocol}` };
    const receipt = await change(
      uses.isolations,
      isolationId,
      command,
      (isolation) =>
        isolation.execute({
          type: 'RescheduleIsolation',
          endsAt: latest,
          reason: 'protocol-changed',
          protocol: protocolVersion(protocol),
          by: BULK,
          at,
        }),
      () => ({ endsAt: latest.toString(), previousEndsAt: before ?? '' }),
    );
    if (receipt['endsAt'] === undefined) return { ...row, outcome: 'same', details: { endsAt: before } };
    const { endsAt, previousEndsAt } = receipt;
    const details = { endsAt: String(endsAt), previousEndsAt: String(previousEndsAt), version: protocol };
    return { ...row, outcome: 'moved', details };
  });
}

/** Nothing where the rule needs a fact that only a person knows. */
function endOf(uses: BulkUses, contact: ContactState, asked: Asked): Promise<Instant | undefined> {
  return uses.protocols.versions(asked.disease, uses.jurisdiction).then((versions) => {
    const startedOn = uses.protocolAsOf ?? Instant.of(contact.namedAt).dateInSeoul().toString();
    const today = uses.protocolAsOf ?? Instant.of(asked.at).dateInSeoul().toString();
    const rule = ruleInForce(versions, 'quarantine', { startedOn }, today)?.rule;
    if (rule === undefined) return undefined;
    const exposures = contact.exposures.map(({ dateOfLastContact, setting }) => ({
      lastContact: dateOfLastContact,
      setting,
      ...(contact.grade === undefined ? {} : { grade: contact.grade }),
    }));
    const answer = judgeQuarantine(rule, { of: 'contact', exposures }, Date.parse(asked.at));
    if (!('measure' in answer)) return undefined;
    const period = answer.end?.tracks
      .flatMap(({ criteria }) => criteria)
      .find(({ criterion }) => criterion === 'minimum');
    const endsAt = period?.facts['endsAt'];
    return typeof endsAt === 'string' ? Instant.of(endsAt) : undefined;
  });
}
