import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openApi, openApiPath } from '../../api/contract/openapi.ts';
import { schemaOf } from '../../api/contract/json-schema.ts';
import type { Endpoint } from '../../api/contract/endpoint.ts';
import { ENDPOINTS } from '../../api/endpoints.ts';
import { apiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { oneOfEach, type Ids } from '../support/one-of-each.ts';
import { nasty, valuesOf } from '../support/schema-arbitrary.ts';
import { OFFICER, tokenFor } from '../support/tokens.ts';

type Json = Readonly<Record<string, unknown>>;
type Parameter = Readonly<{ name: string; in: string; required: boolean; schema: Json }>;
type Document = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, Readonly<{ parameters: readonly Parameter[] }>>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Json>> }>;
}>;

const document = openApi(ENDPOINTS, 'en') as unknown as Document;
const { schemas } = document.components;
/** Bytes that a partner signs are read by no schema. */
const FUZZED = ENDPOINTS.filter(({ consumes }) => consumes !== 'signed bytes');
const SEED = 20_261_122;
const RUNS = 12;

const world = forThisFile(apiWorld);
let ids: Ids;
let token: string;
beforeAll(async () => {
  ids = await oneOfEach(world, '11110');
  token = await tokenFor(OFFICER);
});

const inText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Requests for one endpoint: by its document, with now and then something that the document does not allow. */
function requestsOf(one: Endpoint): fc.Arbitrary<Readonly<{ address: string; body: unknown }>> {
  const { parameters } = document.paths[openApiPath(one.path)]?.[one.method] ?? { parameters: [] };
  const place = (where: string) =>
    Object.fromEntries(
      parameters
        .filter((parameter) => parameter.in === where)
        .map(({ name, schema }) => [
          name,
          name === 'id' ? fc.constant(undefined) : valuesOf(schema, schemas),
        ]),
    );
  const body =
    one.method === 'get' || one.body === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 6, arbitrary: valuesOf(schemaOf(one.body, 'input'), schemas) },
          { weight: 2, arbitrary: fc.constant(one.example) },
          { weight: 1, arbitrary: nasty },
        );
  const known = one.about === undefined ? randomUUID() : ids[one.about];
  return fc
    .record({
      path: fc.record(place('path')),
      query: fc.record(place('query'), { requiredKeys: [] }),
      body,
      // In one place at most: of several only the first would be told.
      odd: fc.option(fc.tuple(fc.constantFrom(...parameters.map(({ name }) => name), ''), nasty), {
        freq: 2,
      }),
    })
    .map(({ path: asIs, query: asked0, body: sent, odd }) => {
      const spoilt = odd === null ? {} : { [odd[0]]: odd[1] };
      const path = { ...asIs, ...spoilt };
      const query = odd !== null && odd[0] in asked0 ? { ...asked0, ...spoilt } : asked0;
      const filled = one.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
        encodeURIComponent(toWellFormed(inText((path as Json)[name] ?? known))),
      );
      const asked = Object.entries(query as Json).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map(
          (item) => [name, toWellFormed(inText(item))] as [string, string],
        ),
      );
      return {
        address: `${filled}?${new URLSearchParams(asked).toString()}`,
        body: sent,
      };
    });
}
/** A lone surrogate has no address. */
const toWellFormed = (text: string): string => text.replaceAll(/[\ud800-\udfff]/g, '\ufffd');

test.each(FUZZED.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const))(
  '%s answers whatever is sent, as it declares',
  async (_name, one) => {
    await fc.assert(
      fc.asyncProperty(requestsOf(one), async ({ address, body }) => {
        const sent = one.consumes === undefined || typeof body === 'string' ? body : inText(body);
        const { status } = await world.callAs(token, one.method.toUpperCase(), address, sent, {
          'idempotency-key': randomUUID(),
          'if-match': '"1"',
          ...(one.consumes === 'text/csv' ? { 'content-type': 'text/csv' } : {}),
        });
        const told = world.unexpected.splice(0); // of this request, whatever became of those before
        expect([status, told]).toEqual([status >= 500 ? 'below 500' : status, []]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  },
);
