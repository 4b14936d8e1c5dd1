import { documentFaults, unknownFacts } from './document-faults.ts';
import { faultsOf } from './faults-of.ts';
import { InvalidProtocol, pointer, type Fault } from './invalid-protocol.ts';
import { protocolDocument, type ProtocolDocument } from './language/protocol.schema.ts';
import { withParameters } from './parameters.ts';

/** No value of a document goes deeper than this: far beyond what the language needs. */
const DEEPEST = 40;
/** Conditions in one document: each costs time whenever somebody is judged. */
const MOST_CONDITIONS = 500;
/** Places that one answer names. */
const MOST_FAULTS = 100;

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
  if (isDeeperThan(given, DEEPEST)) {
    return refuse([{ pointer: '', code: 'too-deep', detail: `nested more than ${DEEPEST} levels deep` }]);
  }
  const unreadable = unreadableTexts(given, []);
  if (unreadable.length > 0) return refuse(unreadable);
  if (conditionsIn(given) > MOST_CONDITIONS) {
    return refuse([
      { pointer: '', code: 'too-many-conditions', detail: `more than ${MOST_CONDITIONS} conditions` },
    ]);
  }
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

/** Half characters and NUL: no store keeps them. */
function unreadableTexts(value: unknown, path: readonly string[]): Fault[] {
  if (typeof value === 'string') {
    return /\p{Cs}/u.test(value) || value.includes('\0')
      ? [{ pointer: pointer(path), code: 'unreadable-text', detail: 'a character that no text has' }]
      : [];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unreadableTexts(key, path),
    ...unreadableTexts(inner, [...path, key]),
  ]);
}

function conditionsIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  const own = 'fact' in value ? 1 : 0;
  return Object.values(value).reduce<number>((count, inner) => count + conditionsIn(inner), own);
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
