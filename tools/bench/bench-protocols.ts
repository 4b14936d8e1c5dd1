import type { Protocols } from '../../activities/ports/protocols.ts';
import type { ProtocolVersion } from '../../domain/protocol/protocol-version.ts';

/** The published protocols, but patients may be asked at any hour: a benchmark at night measures the same work. */
export const benchProtocols = (protocols: Protocols): Protocols => ({
  ...protocols,
  versions: async (disease, jurisdiction) => (await protocols.versions(disease, jurisdiction)).map(atAnyHour),
});

const atAnyHour = (version: ProtocolVersion): ProtocolVersion => {
  const { contactHours } = version.rules;
  if (contactHours === undefined) return version;
  return { ...version, rules: { ...version.rules, contactHours: { ...contactHours, from: 0, to: 24 } } };
};
