import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { pgIdentities } from '../../activities/adapters/postgres/identities.pg.ts';
import type { Identities } from '../../activities/ports/identities.ts';
import { termOfWhole } from '../../domain/patient-management/person/search-terms.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);
let identities: Identities;
beforeAll(() => {
  identities = pgIdentities(database.pool, seals);
});

let people = 0;
const somebody = () =>
  termOfWhole({ nameKey: '홍길동', birthDate: '1980-01-02', phone: `+8210${(people += 1)}`, sex: 'male' });
const agreed = (whole: ReturnType<typeof somebody>, ...besides: readonly string[]) =>
  identities.newcomer({ whole, proposed: randomUUID(), besides });
const later = (minutes: number) =>
  database.pool.query(`update newcomer set claimed_at = claimed_at - $1 * interval '1 minute'`, [minutes]);
const rows = async (): Promise<number> =>
  (await database.pool.query<{ n: number }>('select count(*)::int as n from newcomer')).rows[0]?.n ?? -1;

test('whoever tells of the same person at one moment is told the same id, and of another person another', async () => {
  const [one, other] = [somebody(), somebody()];
  const ids = await Promise.all(Array.from({ length: 20 }, () => agreed(one)));
  expect(new Set(ids).size).toBe(1);
  expect(ids).not.toContain(await agreed(other));
});

test('an id that somebody cannot use gives way to another, for everybody', async () => {
  const one = somebody();
  const first = await agreed(one);
  const ids = await Promise.all(Array.from({ length: 20 }, () => agreed(one, first)));
  expect(new Set(ids).size).toBe(1);
  expect(ids).not.toContain(first);
  expect(await agreed(one)).toBe(ids[0]);
});

test('after five minutes it is of no worth, and goes with the next newcomer', async () => {
  const one = somebody();
  const first = await agreed(one);
  await later(4);
  expect(await agreed(one)).toBe(first);
  await later(2);
  expect(await agreed(one)).not.toBe(first);
  await later(6);
  await agreed(somebody());
  expect(await rows()).toBe(1);
});

test('old ones are taken away by many at once without waiting for each other', async () => {
  const old = Array.from({ length: 300 }, somebody);
  await Promise.all(old.map((one) => agreed(one)));
  await later(6);
  const again = await Promise.all([...old, ...old].map((one) => agreed(one)));
  expect(new Set(again).size).toBe(old.length);
});
