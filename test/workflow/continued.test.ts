import { expect, test } from '@jest/globals';
import { caseProcessId, NEWS_SIGNAL, type News } from '../../activities/ports/processes.ts';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { keepHistory } from '../support/golden.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);

/** The server suggests another run from 4,096 events on. */
const SIGNALS = 4_100;
/** Few at once: what reaches a process in one task is worked off in one go. */
const AT_ONCE = 16;

test('a process whose history has grown long goes on in another run, and forgets nothing', async () => {
  const { person } = story.somebody();
  const id = await world.open('diagnosis', { person });
  await world.atStage(id, 'home-treatment');
  const waiting = async () => {
    const { state } = await world.explained(id);
    return state.registryNumber !== undefined && state.check !== undefined;
  };
  await world.until('registered and waiting', waiting);
  const process = world.client.workflow.getHandle(caseProcessId(id));
  const { runId } = await process.describe();
  const old: News = { aggregateId: id, version: 1, type: 'CaseOpened', at: new Date().toISOString() };
  let left = SIGNALS;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while ((left -= 1) >= 0) await process.signal(NEWS_SIGNAL, [old]);
    }),
  );
  await world.ask.recordMedicalHistory({ ...world.request(), caseId: id, riskFactors: [] });
  await world.until('another run', async () => (await process.describe()).runId !== runId);

  await story.askedAtNoon(id);
  await world.report(id, 'symptomFree');
  await world.ended(id);
  expect(await story.stageOf(id)).toBe('released');
  const sent = story.sentTo(id);
  expect(sent).toEqual([...new Set(sent)]);
  await keepHistory(world, caseProcessId(id), 'case-carried-on');
  const first = await world.client.workflow.getHandle(caseProcessId(id), runId).fetchHistory();
  expect(first.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes).toBeTruthy();
}, 180_000);
