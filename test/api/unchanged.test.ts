import { expect, test } from '@jest/globals';
import { apiWorld } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(apiWorld);

/** As a browser asks that has a page: `fetch` by itself wants everything anew. */
const again = (address: string, etag: string) =>
  world.call('GET', address, undefined, { 'if-none-match': etag, 'cache-control': 'max-age=0' });

test('a list that has not changed is not sent again; one that has is', async () => {
  const { caseId } = await world.opened();
  const address = '/cases?columns=stage';
  const etag = (await world.call('GET', address)).headers.get('etag') ?? '';
  expect((await again(address, etag)).status).toBe(304);
  await world.opened();
  expect(await again(address, etag)).toMatchObject({ status: 200, body: { items: [{}, { caseId }] } });
});

test('a page is sent again in the same version: what is next may be another thing by now', async () => {
  const { caseId } = await world.opened();
  const { headers } = await world.call('GET', `/cases/${caseId}`);
  const etag = headers.get('etag') ?? '';
  expect(etag).toMatch(/^"\d+"$/);
  expect(await again(`/cases/${caseId}`, etag)).toMatchObject({ status: 200, body: { caseId } });
});
