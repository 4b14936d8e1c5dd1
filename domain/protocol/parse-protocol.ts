import { boundsFaults, MOST_FAULTS } from './bounds.ts';
import { documentFaults, unknownFacts } from './document-faults.ts';
import { faultsOf } from './faults-of.ts';
import { InvalidProtocol, pointer, type Fault } from './invalid-protocol.ts';
import { protocolDocument, type ProtocolDocument } from './language/protocol.schema.ts';
import { withParameters } from './parameters.ts';

/**
 * A protocol from JSON: parameters filled in, every rule checked. `place` is where the document lies in what was sent.
 * @throws InvalidProtocol that names every place that is wrong
 */
export function parseProtocol(given: unknown, place: readonly string[] = []): ProtocolDocument {
  const refuse = (faults: readonly Fault[]): never => {
    const above = pointer(place);
    const once = new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault]));
    throw new InvalidProtocol(
      [...once.values()].slice(0, MOST_FAULTS).map((fault) => ({ ...fault, pointer: above + fault.pointer })),
    );
  };
  const beyond = boundsFaults(given);
  if (beyond.length > 0) return refuse(beyond);
  const { document, faults } = withParameters(given);
  const parsed = protocolDocument.safeParse(document);
  if (parsed.success) {
    const all = [...faults, ...documentFaults(parsed.data)];
    return all.length > 0 ? refuse(all) : parsed.data;
  }
  const shape = [...faults, ...parsed.error.issues.flatMap((issue) => faultsOf(issue, []))];
  // Facts can be looked up in a document whose shape is wrong elsewhere: one answer names them too.
  const told = new Set(shape.map((fault) => fault.pointer));
  return refuse([...shape, ...unknownFacts(document).filter((fault) => !told.has(fault.pointer))]);
}
