import { describe, expect, test } from '@jest/globals';
import { destroyRecords } from '../../activities/epidemiological-investigation/destroy-records.ts';
import { investigationStanding } from '../../activities/epidemiological-investigation/investigation-standing.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseStory } from '../support/case-story.ts';
import { CANARY, caseWorld } from '../support/case-world.ts';
import { decoded } from '../support/decoded.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';
import { investigationStory } from '../support/investigation-story.ts';
import { lookUpStory } from '../support/look-up-story.ts';

const world = forThisFile(caseWorld);
const lookUp = lookUpStory(world);
const { somebody } = caseStory(world);

const aCase = async (): Promise<string> => {
  const id = await world.open('diagnosis', { person: somebody().person });
  await world.atStage(id, 'home-treatment');
  // The investigation asks by itself: those are turned down, so that each test has its own alone.
  await investigationStory(world).withoutLookUps(id);
  await world.until('those off the list', async () =>
    (await world.tasks(id)).every(({ kind, stage }) => kind !== 'look-up-approval' || stage !== 'open'),
  );
  return id;
};
/** The sweep comes before the process's own timer: as if the last day of the records were today. */
const sweep = async (id: string) => {
  const at = await world.uses.clock.now();
  await lookUp.keptUntil(id, Instant.of(at).dateInSeoul().toString());
  await destroyRecords(world.uses)({ id, at });
};
const noticeTo = (id: string): boolean =>
  world.partners.sent().some(({ key }) => key === `information-request:${id}:person-notice`);

describe('a look-up', () => {
  test('goes from its approval to the certificate of destruction, and leaves only places and times', async () => {
    const caseId = await aCase();
    const id = await lookUp.asked(caseId);
    await world.task(caseId, 'look-up-approval');
    expect(lookUp.order(id)).toBeUndefined();
    await lookUp.approve(id);
    await lookUp.atStage(id, 'submitted');
    expect(lookUp.order(id)).toMatchObject({ legalBasis: 'idcpa-76-2', from: lookUp.day(5) });
    await world.until('the approval off the list', async () =>
      (await world.tasks(caseId)).every(({ kind, stage }) => kind !== 'look-up-approval' || stage !== 'open'),
    );
    const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
    await lookUp.answers(id, 3, lies.resultReference);
    await world.until('two visits', async () => (await lookUp.visits(caseId)).length === 2);
    await world.until('the notice', async () => noticeTo(id));
    expect(await lookUp.visits(caseId)).toMatchObject([
      { placeId: 'P-REST-1', evidence: ['entryLog'], confidence: 'medium', standing: 'undecided' },
      { placeId: 'P-CAFE-2' },
    ]);
    await world.days(27);
    expect((await lookUp.stateOf(id)).stage).toBe('resulted');
    await world.days(2);
    await lookUp.ended(id);
    const state = await lookUp.stateOf(id);
    expect(state).toMatchObject({
      stage: 'closed',
      consultations: 1,
      protocolVersion: 'kr-covid-19/2020-06-25/1',
    });
    expect(state.certificateId).toMatch(/^certificate-/);
    expect(state.resultReference).toBeUndefined();
    await keepHistory(world, `look-up/${id}`, 'look-up-to-destruction');
    const told = JSON.stringify((await world.history(`look-up/${id}`)).events);
    for (const personal of [CANARY.name, '010-7314', '+82107314', 'P-REST-1'])
      expect(told).not.toContain(personal);
  });
});

test('a look-up of a venue: who was there is read by people; nobody is told by it, and it holds up no investigation', async () => {
  const caseId = await aCase();
  const routeId = (await world.uses.lookups.routeOfCase(caseId)) ?? '';
  const stay = { from: `${lookUp.day(1)}T12:00:00+09:00`, to: `${lookUp.day(1)}T13:00:00+09:00` };
  const place = { placeId: 'P-REST-1', district: '11110' };
  await world.ask.recordVisit({ ...world.request(), routeId, source: 'staff', ...place, ...stay });
  const [visit] = await lookUp.visits(caseId);
  const visitId = visit?.visitId ?? '';
  await world.ask.establishVisit({ ...world.request(), routeId, visitId });
  const { id } = await world.ask.requestVenueLookUp({ ...world.request(), routeId, visitId });
  await world.task(caseId, 'look-up-approval');
  await lookUp.approve(id);
  await lookUp.atStage(id, 'submitted');
  const order = lookUp.order(id);
  expect(order).toMatchObject({
    legalBasis: 'idcpa-76-2',
    place: 'P-REST-1',
    from: `${lookUp.day(1)}T03:00:00Z`,
  });
  expect(order).not.toHaveProperty('person');
  const visitor = { entry: 'E-1', name: CANARY.name, phone: '010-7314-9999', ...stay };
  const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), [visitor]);
  await lookUp.answers(id, 1, lies.resultReference);
  await lookUp.atStage(id, 'resulted');
  await world.decide(await world.task(caseId, 'visitors-to-name'), 'done');
  const standing = { id: routeId, at: await world.uses.clock.now(), withoutInterview: false };
  expect(await investigationStanding(world.uses)(standing)).toMatchObject({ lookUpsPending: 0 });
  const opened = await world.ask.openVisitors({ ...world.request(), informationRequestId: id });
  expect(opened.visitors).toMatchObject([{ entry: 'E-1', phone: '010-7314-9999', minutes: 60 }]);
  await world.days(27);
  expect((await lookUp.stateOf(id)).stage).toBe('resulted');
  await world.days(2);
  await lookUp.ended(id);
  const { resultReference, ...state } = await lookUp.stateOf(id);
  expect(state).toMatchObject({ stage: 'closed', consultations: 1, certificateId: expect.any(String) });
  expect([resultReference, state.notifyBy, noticeTo(id)]).toEqual([undefined, undefined, false]);
  expect(await lookUp.visits(caseId)).toHaveLength(1);
  await keepHistory(world, `look-up/${id}`, 'look-up-of-a-venue-read');
  const told = decoded((await world.history(`look-up/${id}`)).events);
  for (const personal of [CANARY.name, 'P-REST-1']) expect(told).not.toContain(personal);
  expect(told).not.toMatch(/0?10-?7314-?9999/);
});

describe('its approval', () => {
  test('is given on the worklist in an office that may, once, whichever road comes first', async () => {
    const caseId = await aCase();
    const id = await lookUp.asked(caseId);
    const taskId = await lookUp.approvalTask(id);
    await expect(world.decide(taskId, 'approve')).rejects.toThrow('task/role-needed');
    const role = 'public-health-director';
    const decision = { ...world.request(), by: 'lead', taskId, decision: 'approve', role } as const;
    await expect(world.ask.decideTask({ ...decision, by: 'officer' })).rejects.toThrow(
      'information-request/same-person',
    );
    await world.ask.decideTask(decision);
    await lookUp.atStage(id, 'submitted');
    expect(await lookUp.stateOf(id)).toMatchObject({ approvedBy: 'lead', approverRole: role });
    expect((await lookUp.approve(id)).stage).toBe('submitted');
    await lookUp.answers(id, 0);
    await lookUp.ended(id);
    const approvals = (await world.tasks(caseId)).filter(({ kind }) => kind === 'look-up-approval');
    expect(approvals.filter(({ stage }) => stage === 'decided')).toHaveLength(1);
    await keepHistory(world, `look-up/${id}`, 'look-up-approved-by-task');
  });
  test('is turned down on the worklist', async () => {
    const id = await lookUp.asked(await aCase());
    await world.decide(await lookUp.approvalTask(id), 'reject');
    await lookUp.ended(id);
    expect(await lookUp.stateOf(id)).toMatchObject({ stage: 'rejected', rejectedBecause: 'not-necessary' });
    expect(lookUp.order(id)).toBeUndefined();
  });
});

test('a look-up that nobody approves lapses; no list holds it any more', async () => {
  const caseId = await aCase();
  const id = await lookUp.asked(caseId);
  await lookUp.approvalTask(id);
  await world.days(13);
  expect((await lookUp.stateOf(id)).stage).toBe('requested');
  await world.days(2);
  await lookUp.ended(id);
  expect(await lookUp.stateOf(id)).toMatchObject({
    stage: 'rejected',
    rejectedBecause: 'not-approved-in-time',
  });
  expect(lookUp.order(id)).toBeUndefined();
  const tasks = await world.tasks(caseId);
  expect(tasks.filter(({ kind, stage }) => kind === 'look-up-approval' && stage === 'open')).toEqual([]);
  await keepHistory(world, `look-up/${id}`, 'look-up-lapsed');
});

describe('a provider', () => {
  test('that is down is asked until it is up; one that did it and lost its answer does it once', async () => {
    world.partners.trouble('entry-log', 'down', 2);
    const id = await lookUp.submitted(await aCase());
    world.partners.trouble('entry-log', 'answer-lost', 1);
    const other = await lookUp.submitted(await aCase());
    const keys = world.partners.lookUps['entry-log'].orders().map(({ key }) => key);
    for (const one of [id, other]) {
      expect(keys.filter((key) => key === lookUp.keyOf(one))).toHaveLength(1);
    }
  });

  test('that refuses is for staff to mend; that finds nothing closes the look-up when the person is told', async () => {
    const caseId = await aCase();
    world.partners.trouble('card-history', 'refuse', 1);
    const id = await lookUp.asked(caseId, 'cardHistory');
    await lookUp.approve(id);
    await world.decide(await world.task(caseId, 'look-up-refused'), 'done');
    await lookUp.atStage(id, 'submitted');
    await lookUp.answers(id, 0);
    await lookUp.ended(id);
    expect(await lookUp.stateOf(id)).toMatchObject({ stage: 'closed', recordCount: 0, consultations: 0 });
    expect(noticeTo(id)).toBe(true);
    await keepHistory(world, `look-up/${id}`, 'look-up-without-a-finding');
  });

  test('that tells nothing is asked; people are told while it has none, and the late answer still counts', async () => {
    const caseId = await aCase();
    const id = await lookUp.submitted(caseId);
    await world.days(1);
    await world.task(caseId, 'look-up-overdue');
    world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
    await world.days(1);
    await lookUp.atStage(id, 'resulted');
    await world.until('its visits', async () => (await lookUp.visits(caseId)).length === 2);
    await world.until('off the list', async () =>
      (await world.tasks(caseId)).every(({ kind, stage }) => kind !== 'look-up-overdue' || stage !== 'open'),
    );
    expect((await lookUp.answers(id, 3, (await lookUp.stateOf(id)).resultReference)).stage).toBe('resulted');
    await world.until('the notice', async () => noticeTo(id));
    await sweep(id); // before the process's own timer, which finds nothing left
    await lookUp.ended(id);
    await keepHistory(world, `look-up/${id}`, 'look-up-answered-late');
  });
});

test('a person whom no text reaches is told by letter, and the look-up is closed by that', async () => {
  const caseId = await aCase();
  const id = await lookUp.submitted(caseId);
  world.partners.trouble('sms', 'refuse', 1, 'person-notice');
  await lookUp.answers(id, 0);
  await world.task(caseId, 'message-undeliverable');
  expect((await lookUp.stateOf(id)).stage).toBe('resulted');
  const letter = { ...world.request(), informationRequestId: id, channel: 'letter' } as const;
  await world.ask.notifyPerson(letter);
  await lookUp.ended(id);
  expect((await lookUp.stateOf(id)).stage).toBe('closed');
});

test('a process that begins again from the database does nothing twice', async () => {
  const caseId = await aCase();
  const id = await lookUp.submitted(caseId);
  const lies = world.partners.lookUps['entry-log'].finds(lookUp.keyOf(id), lookUp.entries());
  await world.client.workflow.getHandle(`look-up/${id}`).terminate('the store is lost');
  await lookUp.answers(id, 3, lies.resultReference);
  await world.until('its visits', async () => (await lookUp.visits(caseId)).length === 2);
  await world.until('the notice', async () => noticeTo(id));
  await world.client.workflow.getHandle(`look-up/${id}`).terminate('the store is lost again');
  await world.ask.consultRecords({ ...world.request(), informationRequestId: id, purpose: 'contacts' });
  await sweep(id); // its news begins the process again
  await world.until('its end', async () => (await lookUp.standing(id)) === 'COMPLETED');
  const texts = world.partners.sent().filter(({ key }) => key.includes(id));
  expect(texts).toHaveLength(1);
  expect((await lookUp.stateOf(id)).consultations).toBe(2);
});
