import type { ProtocolVersion } from '../domain/protocol/protocol-version.ts';
import { NotFound } from '../domain/shared-kernel/domain-error.ts';
import type { Protocols } from './ports/protocols.ts';

const VERSION = /^([a-z]{2}(?:-[0-9]{1,10})?)-([a-z][a-z0-9-]*)\/(\d{4}-\d{2}-\d{2})\/(\d{1,4})$/;

/** @throws NotFound `protocol/not-found` */
export async function storedVersion(protocols: Protocols, id: string): Promise<ProtocolVersion> {
  const [, jurisdiction, disease] = VERSION.exec(id) ?? [];
  const versions =
    jurisdiction === undefined || disease === undefined
      ? []
      : await protocols.latestVersions(disease, jurisdiction);
  const found = versions.find((one) => one.id === id);
  if (found === undefined) throw new NotFound('protocol/not-found', { version: id.slice(0, 100) });
  return found;
}
