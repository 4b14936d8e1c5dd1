import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { confirmedCaseRegistry } from '../../../activities/adapters/registry/confirmed-case-registry.ts';

/** A registry that calls every case by that number. */
async function registryThatAnswers(value: string) {
  const identifier = [{ system: 'urn:kdca:registry-number', value }];
  const answer = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Condition', identifier } }] };
  const server = createServer((_request, response) => response.end(JSON.stringify(answer)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry = confirmedCaseRegistry({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey: 'test',
    timeoutMilliseconds: 5_000,
  });
  return { registry, close: () => new Promise((resolve) => server.close(resolve)) };
}

test.each([
  ['KR-2026-000001', undefined],
  ['no number', 'garbage'],
])('%s is taken for a registry number: refused as %p', async (number, code) => {
  const { registry, close } = await registryThatAnswers(number);
  const found: unknown = await registry.findByKey('a-key').catch((error: unknown) => error);
  const wanted = code === undefined ? { registryNumber: number } : { system: 'registry', code };
  expect(found).toMatchObject(wanted);
  await close();
});
