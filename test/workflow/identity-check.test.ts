import { describe, expect, test } from '@jest/globals';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepBulkHistory, keepHistory } from '../support/golden.ts';

const world = forThisFile(caseWorld);
const { somebody, sentTo } = caseStory(world);

/** A suspicion in doubt whose test is positive: it goes on, and reaches nobody. */
async function doubtedThenPositive(): Promise<string> {
  const before = world.partners.orders().length;
  const id = await world.open('suspicion', { person: somebody().person });
  await world.ordered(before + 1);
  await world.ask.doubtIdentity({ ...world.request(), caseId: id, reason: 'specimen-mixed-up' });
  await world.task(id, 'identity-in-doubt');
  await world.result('positive');
  await world.atStage(id, 'home-treatment');
  return id;
}
const registered = (id: string) => world.partners.registrations().filter(({ caseId }) => caseId === id);
const checked = (id: string) => world.client.workflow.getHandle(`identity/${id}`).result();

describe('whenever identity is in doubt', () => {
  test('everything that reaches out is held until a person says: the same', async () => {
    const id = await doubtedThenPositive();
    await world.until('isolation ordered', async () => (await world.events(id)).includes('IsolationOrdered'));
    expect([sentTo(id), registered(id)]).toEqual([[], []]);
    await world.decide(await world.task(id, 'identity-in-doubt'), 'samePerson');
    await world.told(`${id}:isolation-notice`);
    await world.until('registered', async () => registered(id).length === 1);
    await checked(id);
    await keepHistory(world, `identity/${id}`, 'identity-same-person');
    expect((await world.explained(id)).state).not.toHaveProperty('identityInDoubt');
  });

  test('another person’s finding is withdrawn, nobody is told to stay in, and staff look for that person', async () => {
    const id = await doubtedThenPositive();
    const { runId } = await world.client.workflow.getHandle(`identity/${id}`).describe();
    await world.decide(await world.task(id, 'identity-in-doubt'), 'anotherPerson');
    await world.ended(id);
    await checked(id);
    await keepHistory(world, `identity/${id}`, 'identity-finding-first');
    await keepBulkHistory(world.client, `identity/${id}`, 'identity-finding-before-settled', runId);
    const { state } = await world.explained(id);
    expect(state).toMatchObject({ stage: 'withdrawn', classification: 'notACase' });
    expect(sentTo(id)).not.toContain('isolation-notice');
    expect(registered(id)).toEqual([]);
    await world.task(id, 'finding-of-another');
    // Asked before it is settled: once it is, a lost engine begins nothing again for this case.
    const { rows } = await world.database.pool.query<{ type: string }>(
      `select type from domain_event where case_id = $1
         and (type = 'DiagnosisWithdrawn' or (type = 'TaskOpened' and data ->> 'kind' = 'finding-of-another')) order by seq`,
      [id],
    );
    expect(rows.map(({ type }) => type)).toEqual(['TaskOpened', 'DiagnosisWithdrawn']);
  });

  test('unknown: somebody is asked again, and it stays held', async () => {
    const id = await doubtedThenPositive();
    const first = await world.task(id, 'identity-in-doubt');
    await world.decide(first, 'unknown');
    await world.until('asked again', async () =>
      (await world.tasks(id)).some(
        ({ kind, stage, taskId }) => kind === 'identity-in-doubt' && stage === 'open' && taskId !== first,
      ),
    );
    expect([sentTo(id), registered(id)]).toEqual([[], []]);
    await world.ask.resolveIdentity({ ...world.request(), caseId: id });
    await checked(id);
    await keepHistory(world, `identity/${id}`, 'identity-unknown-then-resolved');
    const held = (await world.tasks(id)).filter(({ kind }) => kind === 'identity-in-doubt');
    expect(held.map(({ stage }) => stage)).not.toContain('open');
    await world.told(`${id}:isolation-notice`);
  });
});

test('a result that the laboratory takes back turns nothing round by itself: a person looks at it, once', async () => {
  const before = world.partners.orders().length;
  const id = await world.open('suspicion', { person: somebody().person });
  await world.ordered(before + 1);
  const testId = world.partners.orders().at(-1)?.testId ?? '';
  await world.result('positive');
  await world.atStage(id, 'home-treatment');
  const correction = { ...world.request(), testId, result: 'negative', reason: 'reanalysed' } as const;
  await world.ask.correctTestResult(correction);
  await world.ask.correctTestResult(correction);
  expect((await world.tasks(id)).filter(({ kind }) => kind === 'contradicting-result')).toMatchObject([
    { stage: 'open', reason: 'diagnostic test corrected to negative' },
  ]);
  expect((await world.explained(id)).state).toMatchObject({ stage: 'home-treatment' });
});
