import { describe, expect, test } from '@jest/globals';
import { apiWorld, key, somebody } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { reporting } from '../support/reporting.ts';
import { tokenFor } from '../support/tokens.ts';

const AT_ONCE = 8;
const HERE = '11110';
const AFAR = '26440';

const world = forThisFile(apiWorld);
const office = reporting(world);
const register = async (more: object, { within = HERE, once = key() } = {}) => {
  const token = await tokenFor({ id: `lead-${within}`, roles: ['patient-manager'], jurisdictions: [within] });
  return world.callAs(token, 'POST', '/people', { language: 'ko', district: within, ...more }, once);
};

describe('somebody who is registered without a case', () => {
  test('and certainly is known is not registered again, and stays as they are', async () => {
    const one = somebody();
    const first = await register(one);
    const again = await register({ ...one, addressLines: ['서울특별시 종로구 새문안로 1'] });
    expect([again.status, again.body.personId, again.body.version]).toEqual([201, first.body.personId, 1]);
    expect(await office.recordsWith(one.phone)).toEqual([first.body.personId]);
  });

  test('is known from a report, and the report of who was registered is theirs', async () => {
    const [ill, well] = [somebody(), somebody()];
    const { personId } = (await office.report({ person: ill })).body;
    expect((await register(ill)).body.personId).toBe(personId);
    const registered = (await register(well)).body;
    expect((await office.report({ person: well })).body.personId).toBe(registered.personId);
  });

  test('by many at the same moment, and reported, is one person', async () => {
    const one = somebody();
    const reports = Array.from({ length: AT_ONCE }, () => office.report({ person: one }));
    const registered = await Promise.all(Array.from({ length: AT_ONCE }, () => register(one)));
    await Promise.all(reports);
    expect(registered.map(({ status }) => status)).toEqual(Array.from({ length: AT_ONCE }, () => 201));
    expect(await office.recordsWith(one.phone)).toEqual([registered[0]?.body.personId]);
    expect(new Set(registered.map(({ body }) => body.personId)).size).toBe(1);
  });

  test('and is known elsewhere is registered here, and the headquarters are asked', async () => {
    const one = somebody();
    const afar = (await register(one, { within: AFAR })).body.personId;
    const here = (await register(one)).body.personId;
    expect(here).not.toBe(afar);
    const asked = await office.asked(here);
    expect(asked.map(({ district, perhaps }) => [district, perhaps])).toEqual([['00000', afar]]);
  });

  test('and may be known is registered, and a person is asked', async () => {
    const one = somebody();
    const first = (await register(one)).body.personId;
    const other = (await register({ ...one, phone: somebody().phone })).body.personId;
    expect((await office.asked(other)).map(({ perhaps }) => perhaps)).toEqual([first]);
  });

  test('asked for again under its key, is answered as before; another body under it is refused', async () => {
    const one = somebody();
    for (const once of [key(), key()]) {
      const first = await register(one, { once });
      expect((await register(one, { once })).body).toEqual(first.body);
      expect((await register({ ...one, sex: 'female' }, { once })).status).toBe(422);
    }
  });
});
