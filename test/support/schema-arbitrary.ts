import fc, { type Arbitrary } from 'fast-check';

type Json = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Json>>;

/** What programs and people send that nobody thought of. */
const NASTY: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '홍길동',
  "'; drop table person; --",
  '%',
  '../../etc/passwd',
  '0056-07-24T04:15:37.5+18:51',
  '9999-12-31T23:59:59.999999999Z',
  '2026-02-30',
  'x'.repeat(5_000),
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  0.1,
  null,
  true,
  [],
  {},
  { __proto__: 1, constructor: { prototype: {} } },
  [[[[[[[[[[[]]]]]]]]]]],
];
export const nasty: Arbitrary<unknown> = fc.constantFrom(...NASTY);

const text = ({ pattern, allOf = [], minLength = 0, maxLength = 40 }: Json): Arbitrary<string> => {
  const [form, ...others] = [{ pattern }, ...(allOf as readonly Json[])]
    .map((one) => one['pattern'])
    .filter((one) => typeof one === 'string')
    .map((one) => new RegExp(one));
  if (form !== undefined)
    return fc.stringMatching(form).filter((one) => others.every((other) => other.test(one)));
  return fc.string({
    minLength: Number(minLength),
    maxLength: Math.min(Number(maxLength), 60),
    unit: 'grapheme',
  });
};

/** Values of a JSON Schema, as far as the interface's document uses it. References are looked up in `shared`. */
export function valuesOf(schema: Json, shared: Schemas): Arbitrary<unknown> {
  const {
    $ref,
    anyOf,
    oneOf,
    enum: named,
    type,
  } = schema as Readonly<{
    $ref?: string;
    anyOf?: readonly Json[];
    oneOf?: readonly Json[];
    enum?: readonly unknown[];
    type?: string;
  }>;
  if ($ref !== undefined) return valuesOf(shared[$ref.split('/').at(-1) ?? ''] ?? {}, shared);
  const several = anyOf ?? oneOf;
  if (several !== undefined) return fc.oneof(...several.map((one) => valuesOf(one, shared)));
  if (named !== undefined) return fc.constantFrom(...named);
  if ('const' in schema) return fc.constant(schema['const']);
  switch (type ?? 'anything') {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return numbers(schema, type === 'integer');
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesOf((schema['items'] ?? {}) as Json, shared), { maxLength: 3 });
    case 'object':
      return members(schema, shared);
    default:
      return fc.oneof(
        nasty,
        fc.json().map((json) => JSON.parse(json) as unknown),
      );
  }
}

function numbers({ minimum, maximum }: Json, whole: boolean): Arbitrary<number> {
  const min = Math.max(Number(minimum ?? -1_000_000), -1e9);
  const max = Math.min(Number(maximum ?? 1_000_000), 1e9);
  return whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
}

/** Now and then a member is missing, or one is what nobody thought of. */
function members({ properties = {}, required = [] }: Json, shared: Schemas): Arbitrary<unknown> {
  const known = Object.entries(properties as Schemas).map(([name, inner]) => [
    name,
    fc.oneof({ weight: 29, arbitrary: valuesOf(inner, shared) }, { weight: 1, arbitrary: nasty }),
  ]);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(Object.fromEntries(known), { requiredKeys: [...(required as readonly never[])] }),
    },
    { weight: 1, arbitrary: fc.record(Object.fromEntries(known), { requiredKeys: [] }) },
  );
}
