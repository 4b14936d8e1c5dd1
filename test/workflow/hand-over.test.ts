import { describe, expect, test } from '@jest/globals';
import { rebuildProcesses } from '../../activities/adapters/temporal/rebuild-processes.ts';
import { moveBelongings, moveCase } from '../../activities/patient-management/move-with-hand-over.ts';
import { caseStory } from '../support/case-story.ts';
import { contactStory } from '../support/contact-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { FROM, TO } from '../support/hand-over-fixtures.ts';
import { handOverStory } from '../support/hand-over-story.ts';

const world = forThisFile(caseWorld);
const story = handOverStory(world);

const placeOf = async (kind: string, id: string) =>
  (await world.uses.lookups.placeOf({ kind, id }))?.district;
const timesTold = async (caseId: string, type: string): Promise<number> =>
  (await world.events(caseId)).filter((one) => one === type).length;

describe('accepted', () => {
  test('everything moves, each once; until then the one who offers is responsible, and from then on the other', async () => {
    const { caseId, personId } = await story.aCase();
    const contacts = contactStory(world);
    await contacts.named(caseId, await contacts.known(), await contacts.touched());
    const before = await story.whereAll(caseId);
    expect(before).toMatchObject({
      case: [FROM],
      isolation: [FROM],
      supplies: [FROM],
      route: [FROM],
      'look-up': [FROM],
      task: [FROM],
    });
    const taken = await world.task(caseId, 'look-up-approval');
    await world.ask.claimTask({ ...world.request(), by: 'giver', taskId: taken });

    const id = await story.offer(caseId, 'moved');
    await story.question(id);
    const { answerBy } = await story.stateOf(id);
    expect(await story.about(id)).toMatchObject([
      { kind: 'hand-over-offered', stage: 'open', district: TO, due: answerBy },
    ]);
    expect(await placeOf('case', caseId)).toBe(FROM);
    await story.accept(id);
    await story.ended(id, 'completed', 'hand-over-accepted');

    expect(await story.whereAll(caseId)).toEqual({
      ...Object.fromEntries(Object.keys(before).map((kind) => [kind, [TO]])),
      contact: [FROM],
    });
    expect((await world.uses.tasks.load(taken)).aggregate.state.owner).toBeUndefined();
    const person = (await world.uses.people.load(personId)).aggregate;
    expect([person.state.district, person.personal.addressLines]).toEqual([TO, undefined]);
    for (const type of [
      'HandOverOffered',
      'HandOverAccepted',
      'CaseMoved',
      'IsolationRelocated',
      'RouteRelocated',
      'HandOverCompleted',
    ])
      expect([type, await timesTold(caseId, type)]).toEqual([type, 1]);
    expect((await story.about(id)).map(({ stage }) => stage)).toEqual(['cancelled']);
  });

  test('on the worklist, in the name of who decided; the person stays unless they moved', async () => {
    const { caseId, personId } = await story.aCase();
    const id = await story.offer(caseId, 'hospital');
    const taskId = await story.question(id);
    await world.ask.decideTask({ ...world.request(), by: 'taker', taskId, decision: 'accept' });
    await story.ended(id, 'completed', 'hand-over-accepted-by-task');
    expect((await story.stateOf(id)).answeredBy).toBe('taker');
    expect([await placeOf('case', caseId), await placeOf('person', personId)]).toEqual([TO, FROM]);
  });

  test('what its processes ask afterwards, without looking again, is asked of the other district', async () => {
    world.gatewayIs('silent');
    const { person } = caseStory(world).somebody();
    const caseId = await world.open('diagnosis', { person });
    await world.atStage(caseId, 'home-treatment');
    const id = await story.offer(caseId);
    await story.question(id);
    await story.accept(id);
    await story.ended(id, 'completed');
    await world.days(1);
    const unproven = await world.task(caseId, 'notice-unproven');
    world.gatewayIs('reporting');
    expect((await world.uses.tasks.load(unproven)).aggregate.state.district).toBe(TO);
  });

  test('after a crash in the middle it goes on, and nothing is done twice', async () => {
    const { caseId } = await story.aCase();
    const id = await story.offer(caseId);
    await story.question(id);
    await world.sleep();
    await story.accept(id);
    const step = { id, at: await world.uses.clock.now() };
    await moveCase(world.uses)(step);
    await moveBelongings(world.uses)(step);
    await world.client.workflow.getHandle(`hand-over/${id}`).terminate('the store is lost');
    await world.wake();
    await rebuildProcesses(world.database.pool, world.client);
    await story.ended(id, 'completed', 'hand-over-resumed');
    for (const type of ['CaseMoved', 'IsolationRelocated', 'RouteRelocated', 'HandOverCompleted'])
      expect([type, await timesTold(caseId, type)]).toEqual([type, 1]);
    expect((await story.whereAll(caseId))['task']).toEqual([TO]);
  });
});

describe('not accepted', () => {
  const returned = async (caseId: string) =>
    (await world.tasks(caseId)).filter(({ kind }) => kind === 'hand-over-returned');

  test('rejected: it stays, and those who offered it are told why; offered anew, that is off their list', async () => {
    const { caseId } = await story.aCase();
    const id = await story.offer(caseId);
    await story.question(id);
    await world.ask.rejectHandOver({
      ...world.request(),
      by: 'taker',
      handOverId: id,
      reason: 'no-capacity',
    });
    await story.ended(id, 'rejected', 'hand-over-rejected');
    expect(await returned(caseId)).toMatchObject([
      { stage: 'open', district: FROM, reason: 'rejected: no-capacity' },
    ]);
    expect((await story.whereAll(caseId))['case']).toEqual([FROM]);
    const again = await story.offer(caseId);
    await story.question(again);
    expect(await returned(caseId)).toMatchObject([{ stage: 'cancelled' }]);
    await rebuildProcesses(world.database.pool, world.client);
    await world.processEnded(`hand-over/${id}`);
    expect(await returned(caseId)).toMatchObject([{ stage: 'cancelled' }]);
    await world.ask.withdrawHandOver({ ...world.request(), by: 'giver', handOverId: again });
    await story.ended(again, 'withdrawn', 'hand-over-withdrawn');
    expect((await story.about(again)).map(({ stage }) => stage)).toEqual(['cancelled']);
  });

  test('nobody answers: at the deadline it returns', async () => {
    const { caseId } = await story.aCase();
    const id = await story.offer(caseId);
    await story.question(id);
    const { answerBy } = await story.stateOf(id);
    await world.move(new Date(Date.parse(answerBy) - 60_000).toISOString());
    expect((await story.stateOf(id)).stage).toBe('offered');
    await world.move(new Date(Date.parse(answerBy) + 60_000).toISOString());
    await story.ended(id, 'expired', 'hand-over-expired');
    expect(await returned(caseId)).toMatchObject([{ stage: 'open', district: FROM, reason: 'expired' }]);
    await expect(story.accept(id)).rejects.toMatchObject({ code: 'hand-over/already-answered' });
    expect((await story.whereAll(caseId))['case']).toEqual([FROM]);
  });

  test('the case ends meanwhile: nobody is asked any more', async () => {
    const { caseId } = await story.aCase();
    const id = await story.offer(caseId);
    await story.question(id);
    await world.ask.withdrawDiagnosis({ ...world.request(), caseId, reason: 'wrong-result' });
    await story.ended(id, 'withdrawn', 'hand-over-case-closed');
    expect((await story.stateOf(id)).withdrawnBecause).toBe('case-closed');
    expect((await story.about(id)).map(({ stage }) => stage)).toEqual(['cancelled']);
  });
});
