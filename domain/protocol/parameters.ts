import { pointer, type Fault } from './invalid-protocol.ts';

type Json = unknown;
type Parameters = Readonly<Record<string, Readonly<{ value?: Json }>>>;

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** `{"parameter": "name"}`: stands where the named parameter's value belongs. */
const referenceIn = (value: Json): string | undefined => {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === 'parameter' && typeof value['parameter'] === 'string'
    ? value['parameter']
    : undefined;
};

/** The document with every parameter's value in its place, and the references that name no parameter. */
export function withParameters(document: Json): Readonly<{ document: Json; faults: readonly Fault[] }> {
  if (!isObject(document)) return { document, faults: [] };
  const parameters: Parameters = isObject(document['parameters'])
    ? (document['parameters'] as Parameters)
    : {};
  const faults: Fault[] = [];
  const used = new Set<string>();
  const fill = (value: Json, path: readonly PropertyKey[]): Json => {
    const reference = referenceIn(value);
    if (reference !== undefined) {
      used.add(reference);
      if (Object.hasOwn(parameters, reference)) {
        const stated = parameters[reference]?.value;
        // Values only: the schema refuses a parameter that holds more.
        return stated !== null && typeof stated === 'object' ? value : stated;
      }
      faults.push({
        pointer: pointer([...path, 'parameter']),
        code: 'unknown-parameter',
        detail: `no parameter is called ${reference}`,
      });
      return value;
    }
    if (Array.isArray(value)) return value.map((one, index) => fill(one, [...path, index]));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, [...path, key])]));
  };
  const filled = Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, key === 'parameters' ? value : fill(value, [key])]),
  );
  for (const name of Object.keys(parameters)) {
    if (!used.has(name)) {
      faults.push({
        pointer: pointer(['parameters', name]),
        code: 'unused-parameter',
        detail: 'nothing refers to this parameter',
      });
    }
  }
  return { document: filled, faults };
}
