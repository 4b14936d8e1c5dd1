import { expect, test } from '@jest/globals';
import { API_PROBLEMS } from '../../../api/api-problems.ts';
import type { Endpoint } from '../../../api/contract/endpoint.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import { REFUSALS } from '../../../api/refusals.ts';
import { nothing } from '../../../api/schemas/basics.ts';

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
  const missing = ({ method, consumes, body = nothing, example }: Endpoint) =>
    method === 'post' && consumes !== 'signed bytes' && body !== nothing && example === undefined
      ? ['no example']
      : [];
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
