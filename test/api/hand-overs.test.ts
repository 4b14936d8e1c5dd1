import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { completeHandOver, moveCase } from '../../activities/patient-management/move-with-hand-over.ts';
import type { Role } from '../../api/access/roles.ts';
import { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import { handOverId } from '../../domain/shared-kernel/id.ts';
import { aCase, aDisease, newId, now } from '../support/aggregate-makers.ts';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { offered as offer, FROM, TO } from '../support/hand-over-fixtures.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);

const as =
  (district: string, role: Role = 'patient-manager', id = `${role}-${district}`) =>
  async (method: string, path: string, body?: unknown, version?: number, keys = key()) =>
    world.callAs(
      await tokenFor({ id, roles: [role], jurisdictions: [district] }),
      method,
      path,
      body,
      version === undefined ? keys : { ...keys, 'if-match': `"${version}"` },
    );
const [giver, taker, stranger] = [as(FROM), as(TO), as('11140')];

const openCase = async (): Promise<string> => {
  const one = aCase({ district: FROM, disease: aDisease() });
  await world.uses.cases.save(one);
  return one.id;
};
const offered = async (caseId?: string) => {
  const ofCase = caseId ?? (await openCase());
  const made = await giver('POST', `/cases/${ofCase}/hand-overs`, { to: TO, reason: 'workload' });
  return { caseId: ofCase, made, at: made.headers.get('location') ?? '' };
};
const code = ({ status, body }: Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>) => [
  status,
  body['code'],
];

describe('a hand-over', () => {
  test('is offered by the district that is responsible, and answered by the other one', async () => {
    const { caseId, made, at } = await offered();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ version: 1, stage: 'offered' });
    const page = {
      stage: 'offered',
      caseId,
      from: FROM,
      to: TO,
      reason: 'workload',
      offeredBy: `patient-manager-${FROM}`,
    };
    for (const reader of [giver, taker]) expect((await reader('GET', at)).body).toMatchObject(page);
    expect(code(await stranger('GET', at))).toEqual([404, 'hand-over/not-found']);
    expect(await taker('POST', `${at}/acceptance`, {}, 1)).toMatchObject({
      status: 200,
      body: { stage: 'accepted' },
    });
    expect((await giver('GET', at)).body).toMatchObject({
      stage: 'accepted',
      answeredBy: `patient-manager-${TO}`,
      history: [{ type: 'HandOverOffered' }, { type: 'HandOverAccepted', by: `patient-manager-${TO}` }],
    });
  });

  test('is accepted on the worklist of the district that is asked, too', async () => {
    const { caseId, at } = await offered();
    const handOver = at.slice(-36);
    const { taskId } = await world.steps.openTaskAbout({
      ...{ kind: 'hand-over-offered', caseId, subject: { kind: 'hand-over', id: handOver } },
      ...{ district: TO, commandId: newId(), by: 'process:hand-over', at: now().toString() },
    });
    const decided = await taker('POST', `/tasks/${taskId}/decision`, { decision: 'accept' }, 1);
    expect(decided).toMatchObject({ status: 200, body: { stage: 'decided' } });
    await world.steps.settleHandOver({ id: handOver, at: now().toString() });
    expect((await taker('GET', at)).body['stage']).toBe('accepted');
  });

  test('is open once for a case, however many ask at once', async () => {
    const caseId = await openCase();
    const made = await Promise.all([1, 2, 3].map(() => offered(caseId)));
    expect(made.map((one) => one.made.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const refused = made.find((one) => one.made.status === 409);
    expect(refused?.made.body).toMatchObject({ code: 'hand-over/already-open' });
    const open = made.find((one) => one.made.status === 201);
    await giver('POST', `${open?.at ?? ''}/withdrawal`, {}, 1);
    expect((await offered(caseId)).made.status).toBe(201);
  });

  test('asked twice under one key is one', async () => {
    const caseId = await openCase();
    const once = key();
    const ask = () =>
      giver('POST', `/cases/${caseId}/hand-overs`, { to: TO, reason: 'hospital' }, undefined, once);
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  test('goes to another district that there is', async () => {
    const caseId = await openCase();
    const to = async (district: string) =>
      code(await giver('POST', `/cases/${caseId}/hand-overs`, { to: district, reason: 'moved' }));
    expect(await to(FROM)).toEqual([422, 'hand-over/to-the-same-district']);
    expect(await to('99999')).toEqual([422, 'district/unknown']);
    expect(await to('42110')).toEqual([422, 'hand-over/district-not-in-use']);
    const free = { to: TO, reason: 'moved', note: 'call Mrs Kim' };
    expect((await giver('POST', `/cases/${caseId}/hand-overs`, free)).status).toBe(400);
  });

  test('is of no closed case, neither offered nor accepted', async () => {
    const { caseId, at } = await offered();
    const death = { dateOfDeath: now().dateInSeoul().toString() };
    expect((await giver('POST', `/cases/${caseId}/death`, death, 2)).status).toBe(200);
    expect(code(await taker('POST', `${at}/acceptance`, {}, 1))).toEqual([409, 'hand-over/of-a-closed-case']);
    await giver('POST', `${at}/withdrawal`, {}, 1);
    expect(code((await offered(caseId)).made)).toEqual([409, 'hand-over/of-a-closed-case']);
  });
});

describe('each side does its own', () => {
  test('who offers does not answer, who is asked does not withdraw; a stranger is told of nothing', async () => {
    const { at } = await offered();
    const not = [403, 'access/not-in-this-district'];
    expect(code(await giver('POST', `${at}/acceptance`, {}, 1))).toEqual(not);
    expect(code(await giver('POST', `${at}/rejection`, { reason: 'not-ours' }, 1))).toEqual(not);
    expect(code(await taker('POST', `${at}/withdrawal`, {}, 1))).toEqual(not);
    for (const step of ['acceptance', 'withdrawal'])
      expect(code(await stranger('POST', `${at}/${step}`, {}, 1))).toEqual([404, 'hand-over/not-found']);
    expect(code(await as(TO, 'investigator')('POST', `${at}/acceptance`, {}, 1))).toEqual([
      403,
      'access/not-allowed',
    ]);
  });

  test('where the case stands is told to both until it is over, then to whoever has the case', async () => {
    const stages = async (at: string) =>
      Promise.all([giver, taker].map(async (who) => (await who('GET', at)).body['caseStage']));
    const rejected = (await offered()).at;
    const [stage] = await stages(rejected);
    expect(await stages(rejected)).toEqual([expect.any(String), stage]);
    await taker('POST', `${rejected}/rejection`, { reason: 'no-capacity' }, 1);
    expect(await stages(rejected)).toEqual([stage, null]);

    const { at } = await offered();
    await taker('POST', `${at}/acceptance`, {}, 1);
    const step = { id: at.split('/').at(-1) ?? '', at: now().toString() };
    await moveCase(world.uses)(step);
    await completeHandOver(world.uses)(step);
    expect(await stages(at)).toEqual([null, stage]);
  });

  test('an answer is given once, in the order in which they come', async () => {
    const { at } = await offered();
    expect((await taker('POST', `${at}/rejection`, { reason: 'no-capacity' }, 1)).status).toBe(200);
    expect(code(await taker('POST', `${at}/acceptance`, {}, 1))).toEqual([412, 'if-match/stale']);
    expect(code(await taker('POST', `${at}/acceptance`, {}, 2))).toEqual([409, 'hand-over/already-answered']);
    expect(code(await giver('POST', `${at}/withdrawal`, {}, 2))).toEqual([409, 'hand-over/already-answered']);
  });

  test('accepted and withdrawn at one moment: one of them holds', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { at } = await offered();
      const both = await Promise.all([
        taker('POST', `${at}/acceptance`, {}, 1),
        giver('POST', `${at}/withdrawal`, {}, 1),
      ]);
      expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
      const { body } = await giver('GET', at);
      expect([body['stage'], body.history.length]).toEqual([
        both[0].status === 200 ? 'accepted' : 'withdrawn',
        2,
      ]);
    }
  });

  test('after the deadline nobody accepts, whether or not the process has come round', async () => {
    const caseId = await openCase();
    const one = HandOver.unoffered(handOverId(newId()));
    one.execute({ ...offer({ at: now().plusHours(-25) }), caseId } as never);
    await world.uses.handOvers.save(one);
    expect(code(await taker('POST', `/hand-overs/${one.id}/acceptance`, {}, 1))).toEqual([
      409,
      'hand-over/answer-overdue',
    ]);
  });
});

test('one writer at a time: who offers until the case moves, and the other one from then on', async () => {
  const { caseId, at } = await offered();
  const turn = (who: typeof giver, what: string, version: number) =>
    who('POST', `/cases/${caseId}/${what}`, {}, version);
  expect(code(await turn(taker, 'transfer-to-hospital', 1))).toEqual([404, 'case/not-found']);
  const went = await turn(giver, 'transfer-to-hospital', 2);
  expect(went.status).toBe(200);
  await taker('POST', `${at}/acceptance`, {}, 1);
  expect(code(await turn(taker, 'return-from-hospital', went.body.version))).toEqual([404, 'case/not-found']);
  await moveCase(world.uses)({ id: at.split('/').at(-1) ?? '', at: now().toString() });
  const moved = went.body.version + 1;
  expect(code(await turn(giver, 'return-from-hospital', moved))).toEqual([404, 'case/not-found']);
  expect(code(await turn(taker, 'return-from-hospital', went.body.version))).toEqual([412, 'if-match/stale']);
  expect((await turn(taker, 'return-from-hospital', moved)).status).toBe(200);
  const { status, body } = await taker('GET', `/cases/${caseId}`);
  expect(status).toBe(200);
  expect(body.history.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['HandOverOffered', 'HandOverAccepted', 'CaseMoved']),
  );
});

test('what is offered to a district stands in the day of those who may answer, until it is answered', async () => {
  const handOvers = async (who: typeof giver) => (await who('GET', '/my-day')).body['handOvers'];
  const before = ((await handOvers(taker)) as { count: number }).count;
  const { caseId, at } = await offered();
  expect(await handOvers(taker)).toMatchObject({
    count: before + 1,
    more: false,
    first: expect.arrayContaining([expect.objectContaining({ caseId, from: FROM, to: TO })]),
  });
  const none = { count: 0, more: false, first: [] };
  expect([await handOvers(stranger), await handOvers(as(TO, 'investigator'))]).toEqual([none, none]);
  await taker('POST', `${at}/rejection`, { reason: 'not-ours' }, 1);
  expect(await handOvers(taker)).toMatchObject({ count: before });
});

test('the lists: what comes in, what goes out, a page at a time', async () => {
  const made = [await offered(), await offered(), await offered()]
    .map(({ at }) => at.split('/').at(-1))
    .reverse();
  const ids = async (who: typeof giver, query: string) =>
    (await who('GET', `/hand-overs?${query}`)).body.items.map(({ handOverId: id }) => id);
  expect(await ids(taker, 'direction=incoming&stage=offered&limit=3')).toEqual(made);
  expect(await ids(giver, 'direction=outgoing&limit=2')).toEqual(made.slice(0, 2));
  expect(await ids(giver, `direction=outgoing&limit=1&cursor=${made[1] ?? ''}`)).toEqual(made.slice(2));
  expect(await ids(giver, 'direction=incoming')).toEqual([]);
  expect(await ids(taker, 'direction=outgoing')).toEqual([]);
  expect(await ids(taker, 'limit=3')).toEqual(made);
  expect(await ids(stranger, 'limit=200')).toEqual([]);
  expect((await giver('GET', '/hand-overs?direction=sideways')).status).toBe(400);
  expect((await giver('GET', `/hand-overs/${randomUUID()}`)).status).toBe(404);
});
