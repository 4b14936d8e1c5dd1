import { expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Endpoint } from '../../../api/contract/endpoint.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';

type Schema = Readonly<{
  format?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema | boolean;
  additionalProperties?: Schema | boolean;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
}>;

/** What is called an id and names no record of ours. */
const NO_RECORD: Readonly<Record<string, string>> = {
  placeId: 'the code of a place: what is known of it is a visit, and that belongs to its route',
  specimenId: 'the number on a tube, given by the laboratory',
  listId: 'how a list calls its column of numbers',
  staffId: 'an account: naming it gives it no right, its own token does',
};
/** Where a page begins: whatever it is, what comes after it is looked for in reach alone. */
const PLACE_IN_A_LIST = 'cursor';

/** Where a schema takes an id, as `names` writes it. */
function idsIn(schema: Schema, at = ''): readonly string[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const where = at === '' ? name : `${at}.${name}`;
    return [...(name.endsWith('Id') && !(name in NO_RECORD) ? [where] : []), ...idsIn(field, where)];
  });
  const list = typeof schema.items === 'object' ? idsIn(schema.items, at) : [];
  const inside = list.map((where) => (where === at ? at : where.replace(at, `${at}[]`)));
  const record =
    typeof schema.additionalProperties === 'object' ? idsIn(schema.additionalProperties, `${at}.*`) : [];
  const others = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...(schema.format === 'uuid' ? [at] : []),
    ...fields,
    ...inside,
    ...record,
    ...others.flatMap((one) => idsIn(one, at)),
  ];
}

const idsOf = ({ params, query, body }: Endpoint): readonly string[] => {
  const found = [params, query, body].flatMap((schema) =>
    schema === undefined
      ? []
      : idsIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema),
  );
  return [...new Set(found)].filter((where) => where !== 'id' && where !== PLACE_IN_A_LIST).sort();
};

test('every id that a request names beside :id says how it is held, and nothing else does', () => {
  const wrong = ENDPOINTS.filter(({ action }) => action !== undefined).flatMap((one) => {
    const [found, told] = [idsOf(one), Object.keys(one.names ?? {}).sort()];
    return JSON.stringify(found) === JSON.stringify(told)
      ? []
      : [`${one.method} ${one.path}: takes ${found.join(', ')}; holds ${told.join(', ')}`];
  });
  expect(wrong).toEqual([]);
});

test('which ids need not be in reach, and why, is a list that one reads', () => {
  const free = ENDPOINTS.flatMap(({ method, path, names = {} }) =>
    Object.entries(names).flatMap(([where, held]) =>
      held === 'anybody' ? [`${method} ${path} ${where}`] : [],
    ),
  );
  expect(free).toEqual([
    'post /look-ups/:id/contacts person.personId',
    'post /cases/:id/contacts person.personId',
  ]);
});
