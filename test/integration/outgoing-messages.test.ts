import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { pgOutgoingMessages } from '../../activities/adapters/postgres/outgoing-messages.pg.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { seals } from '../support/personal-keys.ts';
import { testDatabase } from '../support/servers.ts';

const database = forThisFile(testDatabase);

/** A run that owes one message, which a worker has taken. */
async function taken(settlesWithinMilliseconds: number) {
  const runId = randomUUID();
  await database.pool.query(
    `insert into outgoing_message (run_id, person_id, key, case_id, disease, template, state, claimed_at)
     values ($1, $2, $3, $4, 'covid-19', 'case-monitoring', 'sending', '-infinity')`,
    [runId, randomUUID(), `case:${runId}:monitoring`, randomUUID()],
  );
  const messages = pgOutgoingMessages(database.pool, seals, settlesWithinMilliseconds);
  const claim = () =>
    messages.claim({ runId, diseases: ['covid-19'], limit: 10, now: new Date().toISOString() });
  const first = (await claim()).messages;
  expect(first).toHaveLength(1);
  const later = (seconds: number) =>
    database.pool.query(
      `update outgoing_message set claimed_at = claimed_at - $2 * interval '1 second' where run_id = $1`,
      [runId, seconds],
    );
  return { claim, later, letGo: (called: boolean) => messages.letGo(runId, first, { called }) };
}

test('what was not sent may be taken again at once, and is asked for first', async () => {
  const { claim, letGo } = await taken(45_000);
  await letGo(false);
  expect((await claim()).messages).toMatchObject([{ triedBefore: true }]);
});

test('what was sent without an answer is nobody’s while it may still go out', async () => {
  const { claim, letGo, later } = await taken(45_000);
  await letGo(true);
  expect(await claim()).toMatchObject({ messages: [] });
  await later(40);
  expect((await claim()).messages).toEqual([]);
  await later(6);
  expect((await claim()).messages).toMatchObject([{ triedBefore: true }]);
});

test('what a worker took that is gone is free when nothing of it can be under way', async () => {
  const { claim, later } = await taken(45_000);
  await later(50);
  expect((await claim()).messages).toEqual([]);
  await later(6);
  expect((await claim()).messages).toHaveLength(1);
});
