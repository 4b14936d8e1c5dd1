import { expect, test } from '@jest/globals';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld } from '../support/round-world.ts';

const world = forThisFile(roundWorld);

const tasksOf = async (contactId: string) => {
  const { rows } = await world.pool.query<{ id: string; task: string }>(
    `select id, concat_ws(' ', state ->> 'kind', state ->> 'team', stage) as task from task where subject_id = $1 order by id`,
    [contactId],
  );
  return rows;
};
const missed = async (day: string) => {
  const round = await world.round(day);
  await round.write();
  await round.send();
  await round.close();
  return round;
};
const task = (stage: string) => `no-answer epidemiological-investigation ${stage}`;

test('a watched contact who does not answer is on the investigators’ list once, until they answer', async () => {
  const contact = await world.contact((await world.patient()).id);
  const telephone = '010-7314-1002'; // of the second person there
  const stand = async () => (await tasksOf(contact.id)).map((one) => one.task);
  const first = await missed('2026-03-01');
  await missed('2026-03-02');
  expect(await stand()).toEqual([task('open')]);

  // By their own text, at once; the round of before is told again after a crash, and they have answered by now.
  world.later();
  const answer = { commandId: 'sms:1', fingerprint: '', from: telephone, text: '1' };
  expect(await world.ask.receiveAnswer(answer)).toBe('reported');
  expect(await stand()).toEqual([task('cancelled')]);
  await world.pool.query(`delete from bulk_progress where run_id = $1 and step = 'tell'`, [first.runId]);
  await first.close();
  expect(await stand()).toEqual([task('cancelled')]);

  // As staff were told.
  await missed('2026-03-03');
  expect(await stand()).toEqual([task('cancelled'), task('open')]);
  world.later();
  await world.ask.reportContactSymptoms({ ...world.request(), contactId: contact.id, symptomatic: false });
  expect(await stand()).toEqual([task('cancelled'), task('cancelled')]);

  // Dealt with is dealt with for that check, and for no later one.
  const fourth = await missed('2026-03-04');
  const taskId = (await tasksOf(contact.id)).at(-1)?.id ?? '';
  world.later();
  await world.ask.decideTask({ ...world.request(), taskId, decision: 'done' });
  await world.pool.query(`delete from bulk_progress where run_id = $1 and step = 'tell'`, [fourth.runId]);
  await fourth.close();
  expect((await stand()).slice(2)).toEqual([task('decided')]);
  await missed('2026-03-05');
  expect((await stand()).slice(2)).toEqual([task('decided'), task('open')]);
});
