import { shippedProtocols } from '../../activities/adapters/files/shipped-protocols.ts';
import { connectionPool } from '../../activities/adapters/postgres/pool.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { publishShipped } from '../../activities/protocol/publish-shipped.ts';
import type { Protocols } from '../../activities/ports/protocols.ts';
import type { ProtocolVersion } from '../../domain/protocol/protocol-version.ts';

/** The published protocols, but patients may be asked at any hour: a benchmark at night measures the same work. */
export const benchProtocols = (protocols: Protocols): Protocols => ({
  ...protocols,
  versions: async (disease, jurisdiction) => (await protocols.versions(disease, jurisdiction)).map(atAnyHour),
  latestVersions: async (disease, jurisdiction) =>
    (await protocols.latestVersions(disease, jurisdiction)).map(atAnyHour),
});

const atAnyHour = (version: ProtocolVersion): ProtocolVersion => {
  const { contactHours } = version.rules;
  if (contactHours === undefined) return version;
  return { ...version, rules: { ...version.rules, contactHours: { ...contactHours, from: 0, to: 24 } } };
};

/** As the worker does when it starts; some benchmarks run without one. */
export async function publishShippedInto(environment: NodeJS.ProcessEnv): Promise<void> {
  const configured = configuration(environment);
  const pool = connectionPool(configured.DATABASE_URL, 2, () => undefined);
  await publishShipped(connect(configured, pool))(await shippedProtocols());
  await pool.end();
}
