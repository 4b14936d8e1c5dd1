import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import type { Uses } from '../uses.ts';
import { publishProtocol } from './publish-protocol.ts';

/**
 * Publishes the protocols that came with the program, where nobody has published one for that date: an office's own
 * version is never replaced. Answers the ids of those that are new.
 */
export const publishShipped =
  (uses: Pick<Uses, 'protocolRecords' | 'protocols' | 'clock' | 'newId'>) =>
  async (documents: readonly unknown[]): Promise<readonly string[]> => {
    const published: string[] = [];
    for (const document of documents) {
      const { disease, jurisdiction, effectiveFrom } = parseProtocol(document);
      const versions = await uses.protocols.latestVersions(disease, jurisdiction);
      if (versions.some((version) => version.effectiveFrom === effectiveFrom)) continue;
      const name = `shipped:${jurisdiction}-${disease}:${effectiveFrom}`;
      const ask = { commandId: name, fingerprint: name, by: 'process:shipped-protocols' };
      const receipt = await publishProtocol(uses)({ ...ask, document });
      published.push(String(receipt['protocol']));
    }
    return published;
  };
