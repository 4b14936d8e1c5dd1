import type { Rules } from '../../domain/protocol/language/protocol.schema.ts';
import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import { inForce, versionOf } from '../../domain/protocol/protocol-version.ts';
import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import type { Protocols } from '../ports/protocols.ts';
import { storedVersion } from '../protocol-version.ts';

/** A stored version by its id, the one in force on a day, or a whole document that is stored nowhere. */
export type AskedProtocol =
  | Readonly<{ version: string }>
  | Readonly<{ disease: string; jurisdiction: string; on: string }>
  | Readonly<{ document: unknown }>;

/** @throws NotFound `protocol/not-found`, InvalidProtocol */
export async function askedProtocol(
  protocols: Protocols,
  asked: AskedProtocol,
): Promise<Readonly<{ id: string; rules: Rules }>> {
  if ('version' in asked) return storedVersion(protocols, asked.version);
  if ('on' in asked) {
    const { disease, jurisdiction, on } = asked;
    const found = inForce(await protocols.latestVersions(disease, jurisdiction), on);
    if (found === undefined) throw new NotFound('protocol/not-found', { disease, jurisdiction, on });
    return found;
  }
  const document = parseProtocol(asked.document, ['protocol', 'document']);
  const stored =
    document.unchanged === 'carryOver'
      ? await protocols.latestVersions(document.disease, document.jurisdiction)
      : [];
  const before = stored.filter(({ effectiveFrom }) => effectiveFrom < document.effectiveFrom);
  const last = before
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()
    .at(-1);
  const { rules } = versionOf(document, 0, last === undefined ? undefined : inForce(before, last));
  return { id: 'given-in-request', rules };
}
