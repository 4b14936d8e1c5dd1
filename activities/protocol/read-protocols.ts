import { differences, type Difference } from '../../domain/protocol/compare-versions.ts';
import type { RuleName } from '../../domain/protocol/language/protocol.schema.ts';
import { RULE_NAMES } from '../../domain/protocol/language/protocol.schema.ts';
import { inForce, type ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Uses } from '../uses.ts';
import { storedVersion } from '../protocol-version.ts';

type Reading = Pick<Uses, 'protocols' | 'clock'>;

/** One version, whole. @throws NotFound `protocol/not-found` */
export const readProtocol =
  ({ protocols }: Reading) =>
  (version: string): Promise<ProtocolVersion> =>
    storedVersion(protocols, version);

export type ListedVersion = Readonly<{
  version: string;
  effectiveFrom: string;
  effectiveUntil: string | null;
  revision: number;
  title: ProtocolVersion['title'] | null;
  /** Rules that took effect with this version. */
  changes: readonly RuleName[];
  inForce: boolean;
}>;

/** Every version for a disease in a jurisdiction by effective date, and which one is in force on a day (today without one). */
export const listProtocols =
  ({ protocols, clock }: Reading) =>
  async (
    asked: Readonly<{ disease: string; jurisdiction: string; on?: string | undefined }>,
  ): Promise<readonly ListedVersion[]> => {
    const versions = await protocols.latestVersions(asked.disease, asked.jurisdiction);
    const day =
      asked.on ??
      Instant.of(await clock.now())
        .dateInSeoul()
        .toString();
    const current = inForce(versions, day);
    return [...versions]
      .sort(
        (one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom) || one.revision - other.revision,
      )
      .map((version) => ({
        version: version.id,
        effectiveFrom: version.effectiveFrom,
        effectiveUntil: version.effectiveUntil ?? null,
        revision: version.revision,
        title: version.title ?? null,
        changes: RULE_NAMES.filter((name) => version.rules[name]?.since === version.effectiveFrom),
        inForce: version.id === current?.id,
      }));
  };

/** Where two versions differ. @throws NotFound `protocol/not-found` */
export const compareProtocols =
  ({ protocols }: Reading) =>
  async (before: string, after: string): Promise<readonly Difference[]> =>
    differences(await storedVersion(protocols, before), await storedVersion(protocols, after));
