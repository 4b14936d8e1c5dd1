import { expect, test } from '@jest/globals';
import { API_PROBLEMS } from '../../../api/api-problems.ts';
import type { Endpoint } from '../../../api/contract/endpoint.ts';
import { REFUSALS } from '../../../api/refusals.ts';
import { CASE_CONTACTS } from '../../../api/routes/case-contacts.endpoints.ts';
import { CONTACTS } from '../../../api/routes/contacts.endpoints.ts';
import { FINDINGS } from '../../../api/routes/findings.endpoints.ts';
import { ISOLATIONS } from '../../../api/routes/isolations.endpoints.ts';
import { PEOPLE } from '../../../api/routes/people.endpoints.ts';
import { SUPPLIES } from '../../../api/routes/supplies.endpoints.ts';
import { TASKS } from '../../../api/routes/tasks.endpoints.ts';
import { nothing } from '../../../api/schemas/basics.ts';

const ENDPOINTS: readonly Endpoint[] = [
  ...TASKS,
  ...PEOPLE,
  ...FINDINGS,
  ...ISOLATIONS,
  ...SUPPLIES,
  ...CASE_CONTACTS,
  ...CONTACTS,
];
const CODES = Object.keys({ ...REFUSALS, ...API_PROBLEMS });
const KNOWN = new Set([...CODES, ...CODES.map((code) => code.slice(0, code.indexOf('/')))]);

/** What is wrong with which endpoint. */
const faults = (of: (one: Endpoint) => readonly string[]): readonly string[] =>
  ENDPOINTS.flatMap((one) => of(one).map((fault) => `${one.method} ${one.path}: ${fault}`));

test('every example can be sent as it stands', () => {
  const wrong = ({ body = nothing, example }: Endpoint) =>
    example === undefined
      ? []
      : (body.safeParse(example).error?.issues ?? []).map(
          ({ path, message }) => `/${path.join('/')} ${message}`,
        );
  expect(faults(wrong)).toEqual([]);
});

test('whoever has to send something is shown an example', () => {
  const missing = ({ method, body = nothing, example }: Endpoint) =>
    method === 'post' && body !== nothing && example === undefined ? ['no example'] : [];
  expect(faults(missing)).toEqual([]);
});

test('whatever names one thing says what it names: its district decides who may ask', () => {
  const unsaid = ({ path, about }: Endpoint) =>
    path.includes('/:id') && about === undefined ? ['nothing that :id is about'] : [];
  expect(faults(unsaid)).toEqual([]);
});

test('every refusal that is announced is a known code or family', () => {
  const unknown = ({ problems = [] }: Endpoint) => problems.filter((name) => !KNOWN.has(name));
  expect(faults(unknown)).toEqual([]);
});
