import { expect, test } from '@jest/globals';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { roundWorld } from '../support/round-world.ts';

const world = forThisFile(roundWorld);

const messageOf = async (runId: string, personId: string) => {
  const { rows } = await world.pool.query<{ state: string; code: string | null }>(
    'select state, code from outgoing_message where run_id = $1 and person_id = $2',
    [runId, personId],
  );
  const { state, code } = rows[0] ?? {};
  return code == null ? state : `${state}: ${code}`;
};
const effectsOf = async (caseId: string) => {
  const { rows } = await world.pool.query<{ status: string }>(
    'select status from effect where owner_id = $1',
    [caseId],
  );
  return rows.map(({ status }) => status);
};
const tasksOf = async (caseId: string) => {
  const { rows } = await world.pool.query<{ kind: string }>(
    `select state ->> 'kind' as kind from task where case_id = $1`,
    [caseId],
  );
  return rows.map(({ kind }) => kind);
};
const sentTo = (id: string): number =>
  world.partners.sent().filter(({ key }) => key.startsWith(`case:${id}:`) || key.startsWith(`contact:${id}:`))
    .length;
const today = (): string => Instant.of(world.later()).dateInSeoul().toString();
const dies = (caseId: string) => world.ask.reportDeath({ ...world.request(), caseId, dateOfDeath: today() });

test('between the writing and the sending of a message everything may change: nobody is texted who is asked no more', async () => {
  const [still, dead, elsewhere, withdrawn, inHospital, freed] = await Promise.all(
    Array.from({ length: 6 }, () => world.patient()),
  );
  if (!still || !dead || !elsewhere || !withdrawn || !inHospital || !freed) throw new Error('nobody there');
  const [near, gone] = [await world.contact(still.id), await world.contact(still.id)];
  const isolationId = await world.isolation(freed.id, freed.personId);
  const round = await world.round('2026-03-01');
  await round.write();

  await dies(dead.id);
  // Somebody else's record turned out to be the same person's, whose death of another episode is known.
  const other = await world.patient();
  await dies(other.id);
  await world.ask.mergePerson({
    ...world.request(),
    personId: other.personId,
    survivorId: elsewhere.personId,
    score: 1,
  });
  await world.ask.withdrawDiagnosis({ ...world.request(), caseId: withdrawn.id, reason: 'wrong-result' });
  await world.ask.transferToHospital({ ...world.request(), caseId: inHospital.id });
  await world.ask.dropContact({ ...world.request(), contactId: gone.id, reason: 'entered-by-mistake' });
  await world.ask.endIsolationWhenDue({ ...world.request(), isolationId, because: 'released' });

  expect(await round.send()).toEqual({ paused: false });
  const states = async (...people: readonly Readonly<{ personId: string }>[]) =>
    Promise.all(people.map(({ personId }) => messageOf(round.runId, personId)));
  expect(await states(still, near)).toEqual(['sent', 'sent']);
  expect(await states(dead, elsewhere, withdrawn, inHospital, gone, freed)).toEqual([
    'dropped: person-deceased',
    'dropped: person-deceased',
    'dropped: case-closed',
    'dropped: in-hospital',
    'dropped: contact-closed',
    'dropped: isolation-ended',
  ]);
  for (const { id } of [dead, elsewhere, withdrawn, inHospital, gone, freed]) {
    expect(sentTo(id)).toBe(0);
    expect(await effectsOf(id)).toEqual([]);
  }

  await dies(still.id);
  await round.close();
  expect(await world.followUps(still.id)).toEqual(['called-off']);
  expect(await world.followUps(near.id)).toEqual(['missed']);
  for (const { id } of [dead, elsewhere, withdrawn, inHospital, freed, still]) {
    expect(await world.followUps(id)).toEqual(['called-off']);
  }
  expect(await tasksOf(dead.id)).toEqual([]);
  expect(await tasksOf(still.id)).toEqual(['no-answer']); // that of the contact
});

test('a message is held while the identity is in doubt, sent when that is resolved, and dropped in the end', async () => {
  const [one, other] = [await world.patient(), await world.patient()];
  const round = await world.round('2026-03-02');
  await round.write();
  for (const { id: caseId } of [one, other])
    await world.ask.doubtIdentity({ ...world.request(), caseId, reason: 'specimen-mixed-up' });
  expect(await round.send()).toMatchObject({ paused: false, waitUntil: expect.any(String) });
  expect([await messageOf(round.runId, one.personId), sentTo(one.id)]).toEqual(['held', 0]);

  await world.ask.resolveIdentity({ ...world.request(), caseId: one.id });
  expect(await round.send()).toMatchObject({ waitUntil: expect.any(String) });
  expect([await messageOf(round.runId, one.personId), sentTo(one.id)]).toEqual(['sent', 1]);
  expect(await effectsOf(one.id)).toEqual(['done']);

  const hour = `update outgoing_message set held_since = held_since - interval '1 hour' where state = 'held'`;
  await world.pool.query(hour);
  expect(await round.send()).toEqual({ paused: false });
  expect([await messageOf(round.runId, other.personId), sentTo(other.id)]).toEqual([
    'dropped: identity-in-doubt',
    0,
  ]);
  await round.close();
  expect(await world.followUps(other.id)).toEqual(['called-off']);
});

test.each([
  ['had gone out', true, 'sent', 'done'],
  ['had not', false, 'dropped: person-deceased', 'refused'],
])(
  'a message whose fate a crash left open, to somebody who died since: it %s',
  async (_what, went, state, effect) => {
    const { id, personId } = await world.patient();
    const round = await world.round(went ? '2026-03-03' : '2026-03-04');
    await round.write();
    const { rows } = await world.pool.query<{ key: string }>(
      `update outgoing_message set state = 'sending', claimed_at = '-infinity' where run_id = $1 and person_id = $2 returning key`,
      [round.runId, personId],
    );
    const key = rows[0]?.key ?? '';
    await world.pool.query(
      `insert into effect (key, name, system, owner_kind, owner_id, case_id, status)
     values ($1, 'case-monitoring', 'sms', 'case', $2, $2, 'intended')`,
      [key, id],
    );
    if (went) await world.partners.texts.send({ key, to: '+821073141000', text: '' });
    await dies(id);
    await round.send();
    expect(await messageOf(round.runId, personId)).toBe(state);
    expect(await effectsOf(id)).toEqual([effect]);
    expect(sentTo(id)).toBe(went ? 1 : 0);
  },
);
