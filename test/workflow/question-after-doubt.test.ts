import { expect, test } from '@jest/globals';
import { caseStory } from '../support/case-story.ts';
import { caseWorld } from '../support/case-world.ts';
import { forThisFile } from '../support/for-this-file.ts';

const world = forThisFile(caseWorld);
const story = caseStory(world);

test('whose text was held while the identity was in doubt has time to answer it, before a reminder and before staff', async () => {
  const { person, phone } = story.somebody();
  const id = await world.open('diagnosis', { person });
  await world.atStage(id, 'home-treatment');
  await world.ask.doubtIdentity({ ...world.request(), caseId: id, reason: 'person-denies' });
  await story.askedAtNoon(id);
  const first = (await world.explained(id)).state.question;
  await world.days(3);
  await world.ask.resolveIdentity({ ...world.request(), caseId: id });
  await world.until('asked', async () => story.sentTo(id).includes('symptom-question:1-1'));
  await world.until('time to answer', async () => {
    const answerBy = (await world.explained(id)).state.question?.answerBy ?? '';
    return Date.parse(answerBy) > Date.parse(await world.uses.clock.now());
  });
  expect((await world.explained(id)).state.question).toMatchObject({
    attempt: 1,
    firstAskedAt: first?.firstAskedAt,
  });
  expect(story.sentTo(id).filter((step) => step.startsWith('symptom-question'))).toEqual([
    'symptom-question:1-1',
  ]);

  const answerBy = Date.parse((await world.explained(id)).state.question?.answerBy ?? '');
  await world.move(new Date(answerBy + 60_000).toISOString()); // silence: now the reminder is due
  await world.until('reminded', async () => story.sentTo(id).includes('symptom-question:1-2'));
  expect((await world.tasks(id)).map(({ kind }) => kind)).not.toContain('no-answer');
  await world.answer('1', phone);
  await story.ended(id, 'released', 'question-after-doubt');
});
