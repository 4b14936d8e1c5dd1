import type { RuleName } from '../../domain/protocol/language/protocol.schema.ts';
import { ruleSince, type ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { READ_ANEW_AFTER_MILLISECONDS } from '../ports/protocols.ts';
import { storedVersion } from '../protocol-version.ts';
import type { BulkUses, RunMoment, Stretch } from './bulk-uses.ts';
import { requestRun } from './request-run.ts';

/** Rules of a version that date what is open. */
export type Dating = Extract<RuleName, 'caseRelease' | 'releaseCheck' | 'monitoring' | 'quarantine'>;
const DATING: readonly Dating[] = ['caseRelease', 'releaseCheck', 'monitoring', 'quarantine'];

type AppliesTo = NonNullable<ProtocolVersion['rules'][Dating]>['appliesTo'];
/** Whether a rule is one that this version brought, and for whom. */
const brings = (version: ProtocolVersion, name: Dating, appliesTo: AppliesTo): boolean =>
  version.rules[name]?.appliesTo === appliesTo && ruleSince(version, name) === version.effectiveFrom;

/** What a version changes for episodes that are open. */
export const changesFor = (version: ProtocolVersion): readonly Dating[] =>
  DATING.filter((name) => brings(version, name, 'openEpisodes'));

/** Whether officers decide, person by person, if the version frees somebody who is in isolation already. */
export const leavesChoice = (version: ProtocolVersion): boolean =>
  brings(version, 'caseRelease', 'openEpisodesOptional');

export const versionOfRun = async (uses: BulkUses, runId: string): Promise<ProtocolVersion> => {
  const { version } = (await uses.bulkRuns.load(runId)).aggregate.state.about;
  return storedVersion(uses.protocols, version ?? '');
};

/** Whenever a version for open episodes is published: its rollout, once. Answers whether there is anything to roll out. */
export const requestRollout =
  (uses: BulkUses) =>
  async ({ version, at }: Readonly<{ version: string; at: string }>): Promise<boolean> => {
    const published = await storedVersion(uses.protocols, version);
    if (changesFor(published).length === 0 && !leavesChoice(published)) return false;
    const by = 'process:protocol';
    await requestRun(uses)({ kind: 'rollout', key: version, about: { version }, by, at });
    return true;
  };

/** Whoever read the rules a moment before they came has stored what came of it by then, so that no case is left out. */
const everybodyReadsThem = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 3 * READ_ANEW_AFTER_MILLISECONDS));

/** Nothing is moved before the version takes effect, nor before everybody reads it. */
export const awaitEffect =
  (uses: BulkUses, settled = everybodyReadsThem) =>
  async ({ runId, at }: RunMoment): Promise<Stretch> => {
    const { effectiveFrom } = await versionOfRun(uses, runId);
    const begins = Instant.onDayInSeoul(LocalDate.of(effectiveFrom), 0);
    if (Instant.of(at).isBefore(begins)) return { paused: false, waitUntil: begins.toString() };
    await settled();
    return { paused: false };
  };
