import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { bulkWorld } from '../support/bulk-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { upkeepStory } from '../support/upkeep-story.ts';

const world = forThisFile(bulkWorld);
const { opened, upkept } = upkeepStory(world);
beforeAll(() => world.work());

test('contacts that nobody has defined, and a claim that no rules govern, become tasks until there are rules', async () => {
  const caseId = await opened();
  const { state } = (await world.uses.cases.load(caseId)).aggregate;
  const [contactId, isolationId, claimId] = [randomUUID(), randomUUID(), randomUUID()];
  const stored = (table: string, id: string, row: object) =>
    world.pool.query(`insert into ${table} (id, version, state) values ($1, 1, $2)`, [
      id,
      JSON.stringify(row),
    ]);
  const { personId } = state;
  await stored('contact', contactId, {
    stage: 'named',
    sourceCaseId: caseId,
    exposedPersonId: personId,
    exposures: [],
  });
  await stored('isolation', isolationId, { stage: 'ended', kind: 'isolation', caseId, personId });
  const dateOfIsolationNotice = new Date().toISOString().slice(0, 10);
  await stored('living_support', claimId, { stage: 'applied', isolationId, caseId, dateOfIsolationNotice });
  const disease = (code: string) =>
    world.pool.query(
      `update disease_case set state = state || jsonb_build_object('disease', $2::text) where id = $1`,
      [caseId, code],
    );
  const tasks = async () => {
    const { rows } = await world.pool.query(
      `select stage, state ->> 'reason' as reason, state ->> 'district' as district from task
       where (case_id = $1 or subject_id = $2) and state ->> 'reason' like 'protocol/no-%' order by reason, id`,
      [caseId, claimId],
    );
    return rows;
  };
  const both = (stage: string) => [
    { stage, reason: 'protocol/no-contact-definition', district: '11110' },
    { stage, reason: 'protocol/no-living-support', district: '00000' },
  ];
  await upkept();
  expect(await tasks()).toEqual([]);
  await disease('without-rules');
  await upkept();
  await upkept();
  expect(await tasks()).toEqual(both('open'));
  await disease('covid-19');
  await upkept();
  expect(await tasks()).toEqual(both('cancelled'));
});
