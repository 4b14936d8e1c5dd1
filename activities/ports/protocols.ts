import type { ProtocolVersion } from '../../domain/protocol/protocol-version.ts';

/** How long a reading is taken for current. Versions never change; a new one is seen after this at the latest. */
export const READ_ANEW_AFTER_MILLISECONDS = 1_000;

/** Published versions, for reading. They never change, so they may be remembered. */
export interface Protocols {
  /** Every version for a disease in a jurisdiction, in the order of publication; none when nobody has published any. */
  versions(disease: string, jurisdiction: string): Promise<readonly ProtocolVersion[]>;
  /** The same, with what was published a moment ago. */
  latestVersions(disease: string, jurisdiction: string): Promise<readonly ProtocolVersion[]>;
  /** The aggregate that holds them. */
  find(disease: string, jurisdiction: string): Promise<string | undefined>;
}
