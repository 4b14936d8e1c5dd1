import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { MATRIX, type Action } from '../../api/access/matrix.ts';
import { ROLE_NAMES, type Role } from '../../api/access/roles.ts';
import type { Staff } from '../../api/access/staff.ts';
import type { Endpoint } from '../../api/contract/endpoint.ts';
import { ENDPOINTS } from '../../api/endpoints.ts';
import { apiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { oneOfEach, type Ids } from '../support/one-of-each.ts';
import { tokenFor } from '../support/tokens.ts';

const HERE = '11110';
const ELSEWHERE = '26440';
const GUARDED = ENDPOINTS.filter(({ action }) => action !== undefined);

const world = forThisFile(apiWorld);
let ids: Ids;
beforeAll(async () => {
  ids = await oneOfEach(world, HERE);
});

/** The address of what `ids` names; of something that is not there, without. */
const addressOf = ({ path, query, districtOf }: Endpoint, id: string): string => {
  const address = path
    .replace(':id', id)
    .replaceAll(/:(\w+)/g, (_all, name: string) => PARTS[name] ?? randomUUID());
  return districtOf !== undefined && query !== undefined ? `${address}?district=${HERE}&source=a` : address;
};
const PARTS: Readonly<Record<string, string>> = {
  sequence: '1',
  series: 'kr-covid-19',
  effectiveFrom: '2020-06-25',
  revision: '1',
};

/** The example, naming what is there. */
function bodyOf({ method, example = {} }: Endpoint): unknown {
  if (method === 'get') return undefined;
  if (typeof example !== 'object' || example === null) return example;
  const known: Readonly<Record<string, string>> = {
    isolationId: ids.isolation,
    survivorId: ids.person,
    guardianId: ids.person,
  };
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, known[name] ?? value]));
}

type Told = Readonly<{ status: number; code: unknown; body: unknown }>;
async function ask(one: Endpoint, staff: Staff, id: string): Promise<Told> {
  const { status, body } = await world.callAs(
    await tokenFor(staff),
    one.method.toUpperCase(),
    addressOf(one, id),
    bodyOf(one),
    {
      'idempotency-key': randomUUID(),
      // A version that nothing has: whoever is let in changes nothing.
      'if-match': '"999999999"',
      ...(one.consumes === 'text/csv' ? { 'content-type': 'text/csv' } : {}),
    },
  );
  return { status, code: (body as { code?: unknown }).code, body };
}

const rightsOf = (action: Action): Readonly<Partial<Record<Role, string>>> => MATRIX[action];
const DOORS = new Set(['access/not-allowed', 'access/not-in-this-district', 'token/missing-or-unknown']);

test.each(ROLE_NAMES)('%s may in their district what the matrix says, and nothing else', async (role) => {
  const wrong: string[] = [];
  const staff = { id: `${role}-sweep`, roles: [role], jurisdictions: [HERE] };
  for (const one of GUARDED) {
    // What one side does alone is tried on what this district is that side of.
    const about = one.side === 'to' ? 'incoming' : one.about;
    const id = about === undefined ? '' : ids[about];
    const { status, code } = await ask(one, staff, id);
    const letIn = !DOORS.has(String(code)) && code !== `${one.about ?? ''}/not-found`;
    const reach = rightsOf(one.action as Action)[role];
    const nationwide = one.districtOf?.({ query: {}, body: {} } as never) === '00000';
    // What is the country’s own is no district’s, and so not what is tried here.
    const may = reach === 'everywhere' || (reach === 'here' && !nationwide);
    if (letIn !== may) wrong.push(`${one.method} ${one.path}: ${status} ${String(code)}, may: ${may}`);
  }
  expect(wrong).toEqual([]);
});

test.each(ROLE_NAMES)(
  '%s of another district is told the same of what is there and of what is not',
  async (role) => {
    const wrong: string[] = [];
    const staff = { id: `${role}-afar`, roles: [role], jurisdictions: [ELSEWHERE] };
    for (const one of GUARDED) {
      if (one.about === undefined || rightsOf(one.action as Action)[role] === 'everywhere') continue;
      const [there, absent] = [await ask(one, staff, ids[one.about]), await ask(one, staff, randomUUID())];
      if (JSON.stringify(there) !== JSON.stringify(absent) || there.status < 400)
        wrong.push(`${one.method} ${one.path}: ${JSON.stringify(there)} / ${JSON.stringify(absent)}`);
    }
    expect(wrong).toEqual([]);
  },
);

test('nobody without a token is told anything', async () => {
  const answers: number[] = [];
  // One after another: so many at once are more than there is room for.
  for (const one of GUARDED) {
    const address = addressOf(one, randomUUID());
    answers.push((await world.callAs('', one.method.toUpperCase(), address, bodyOf(one))).status);
  }
  expect(new Set(answers)).toEqual(new Set([401]));
});
