import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import { Protocol } from '../../domain/protocol/protocol.ts';
import { StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { protocolId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, create } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';

/** `document` is JSON as it was sent; `corrects` names the version that it replaces. */
export type PublishProtocolInput = Request & Readonly<{ document: unknown; corrects?: string | undefined }>;

/**
 * Publishes a version, for good. The receipt's `protocol` is its id.
 * @throws InvalidProtocol that names every place, and whatever the aggregate refuses
 */
export const publishProtocol =
  ({
    protocolRecords,
    protocols,
    clock,
    newId,
  }: Pick<Uses, 'protocolRecords' | 'protocols' | 'clock' | 'newId'>) =>
  async (input: PublishProtocolInput): Promise<Receipt> => {
    const document = parseProtocol(input.document, ['protocol']);
    const at = Instant.of(await clock.now());
    const { by, corrects } = input;
    const publish = (protocol: Protocol): void =>
      protocol.execute({
        type: 'PublishProtocol',
        document,
        by,
        at,
        ...(corrects === undefined ? {} : { corrects }),
      });
    const published = (id: string): Promise<Receipt> =>
      change(protocolRecords, id, input, publish, receiptOf);
    const known = await protocols.find(document.disease, document.jurisdiction);
    if (known !== undefined) return published(known);
    const first = Protocol.unpublished(protocolId(newId()));
    publish(first);
    try {
      return await create(protocolRecords, first, input, receiptOf(first));
    } catch (error) {
      // Somebody else published the first version meanwhile: ours is the next one.
      const theirs = await protocols.find(document.disease, document.jurisdiction);
      if (!(error instanceof StaleAggregate) || theirs === undefined) throw error;
      return published(theirs);
    }
  };

const receiptOf = (protocol: Protocol): Readonly<Record<string, string>> => ({
  protocol: protocol.news[0]?.version.id ?? '',
});
