import { documentFaults } from './document-faults.ts';
import { faultsOf } from './faults-of.ts';
import { InvalidProtocol } from './invalid-protocol.ts';
import { protocolDocument, type ProtocolDocument } from './language/protocol.schema.ts';
import { withParameters } from './parameters.ts';

/** No value of a document goes deeper than this: far beyond what the language needs. */
const DEEPEST = 40;

/**
 * A protocol from JSON: parameters filled in, every rule checked.
 * @throws InvalidProtocol that names every place that is wrong
 */
export function parseProtocol(given: unknown): ProtocolDocument {
  if (isDeeperThan(given, DEEPEST)) {
    throw new InvalidProtocol([
      { pointer: '', code: 'too-deep', detail: `nested more than ${DEEPEST} levels deep` },
    ]);
  }
  const { document, faults } = withParameters(given);
  const parsed = protocolDocument.safeParse(document);
  if (!parsed.success) {
    throw new InvalidProtocol([...faults, ...parsed.error.issues.flatMap((issue) => faultsOf(issue, []))]);
  }
  const all = [...faults, ...documentFaults(parsed.data)];
  if (all.length > 0) throw new InvalidProtocol(all);
  return parsed.data;
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
