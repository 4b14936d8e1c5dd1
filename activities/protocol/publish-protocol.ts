import { parseProtocol } from '../../domain/protocol/parse-protocol.ts';
import { Protocol } from '../../domain/protocol/protocol.ts';
import { protocolId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, create, theirsOrOurs } from '../change.ts';
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
    const asNext = async (): Promise<Receipt | undefined> => {
      const known = await protocols.find(document.disease, document.jurisdiction);
      return known === undefined ? undefined : change(protocolRecords, known, input, publish, receiptOf);
    };
    return theirsOrOurs(asNext, () => {
      const first = Protocol.unpublished(protocolId(newId()));
      publish(first);
      return create(protocolRecords, first, input, receiptOf(first));
    });
  };

const receiptOf = (protocol: Protocol): Readonly<Record<string, string>> => ({
  protocol: protocol.news[0]?.version.id ?? '',
});
