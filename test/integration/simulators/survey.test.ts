import { expect, test } from '@jest/globals';
import { webhookReader } from '../../../activities/adapters/webhooks/webhook-reader.ts';
import { forThisFile } from '../../support/for-this-file.ts';
import { orders, SECRET, simulatedPartners } from '../../support/simulated-partners.ts';
import { everywhere } from '../../support/webhooks.ts';

const world = forThisFile(() => simulatedPartners(['survey']));

const forms = () => world.adapter('survey');
const reader = webhookReader(everywhere([SECRET]));
const ANSWERS = {
  fever: true,
  'people-met': 3,
  temperature: 37.5,
  'onset-day': '2026-02-27',
  'place-of-infection': 'restaurant',
};
const answer = (key: string, answers: object = ANSWERS) =>
  world.simulator('survey').post('/control/answer', { key, answers });
async function heard(act: () => Promise<unknown>) {
  const before = world.hooks.messages.length;
  await act();
  const message = (await world.hooks.received(before + 1)).at(-1);
  if (message === undefined) throw new Error('no message');
  return message;
}

test('a form is made once by its key, answered in codes, and told', async () => {
  const one = orders.survey();
  const made = await forms().open(one);
  expect(await forms().open(one)).toEqual(made);
  expect(made.link).toMatch(/^https:\/\//);
  expect(await forms().findFormByKey(one.key)).toEqual({ ...made, state: 'open' });
  const message = await heard(() => answer(one.key));
  expect(reader.survey(message).read()).toMatchObject({
    surveyId: one.surveyId,
    kind: 'answered',
    answers: ANSWERS,
  });
  expect(await forms().findFormByKey(one.key)).toEqual({ ...made, state: 'answered', answers: ANSWERS });
  expect((await answer(one.key)).status).toBe(409);
  expect(await world.executed('survey', one.key)).toBe(1);
});

test.each([
  ['a person declines', 'basic-route'],
  ['a questionnaire is declined at once', 'basic-DECLINED'],
])('%s, and that is told', async (_what, questionnaire) => {
  const one = orders.survey(questionnaire);
  const message = await heard(async () => {
    await forms().open(one);
    if (questionnaire === 'basic-route') {
      await world.simulator('survey').post('/control/decline', { key: one.key });
    }
  });
  expect(reader.survey(message).read()).toMatchObject({ surveyId: one.surveyId, kind: 'declined' });
  expect(await forms().findFormByKey(one.key)).toMatchObject({ state: 'declined' });
});

test('a form that is withdrawn can be answered by nobody', async () => {
  const one = orders.survey();
  const { formReference } = await forms().open(one);
  expect(await forms().withdraw(formReference)).toBe(true);
  expect(await forms().withdraw(formReference)).toBe(true);
  expect((await answer(one.key)).status).toBe(409);
  expect(await forms().findFormByKey(one.key)).toMatchObject({ state: 'withdrawn' });
});

test.each([
  [{ kind: 'fail', status: 503 }, 'http-503', 'open'],
  [{ kind: 'fail-after-executing' }, 'http-503', 'withdrawn'],
  [{ kind: 'garbage' }, 'garbage', 'withdrawn'],
  [{ kind: 'delay', milliseconds: 1_500 }, 'timed-out', 'open'],
] as const)('%p reaches its withdrawal too, which is done once', async (fault, code, state) => {
  const one = orders.survey();
  const { formReference } = await forms().open(one);
  const key = `survey:${one.surveyId}:withdrawal`;
  await world.simulator('survey').fault({ ...fault, key, times: 1 });
  const hasty = world.adapter('survey', code === 'timed-out' ? { timeoutMilliseconds: 400 } : {});
  await expect(hasty.withdraw(formReference)).rejects.toMatchObject({ code });
  expect(await forms().findFormByKey(one.key)).toMatchObject({ state });
  expect(await forms().withdraw(formReference)).toBe(true);
});

test('a form that was answered first is not withdrawn, and that is told', async () => {
  const one = orders.survey();
  const { formReference } = await forms().open(one);
  await answer(one.key);
  expect(await forms().withdraw(formReference)).toBe(false);
  expect(await forms().findFormByKey(one.key)).toMatchObject({ state: 'answered' });
});

test('free text is no answer, whoever signs it', async () => {
  const one = orders.survey();
  await forms().open(one);
  const free = {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    identifier: { system: 'urn:bangyeok:survey', value: one.surveyId },
    item: [{ linkId: 'fever', answer: [{ valueString: '그냥 좀 아파요' }] }],
  };
  const message = await heard(() => world.simulator('survey').post('/control/send', { message: free }));
  expect(() => reader.survey(message).read()).toThrow(expect.objectContaining({ name: 'ZodError' }));
});

test('a message forged or late by two days is told apart from the partner’s own', async () => {
  const one = orders.survey();
  await forms().open(one);
  const { messageId } = reader.survey(await heard(() => answer(one.key)));
  const again = (twist: object) =>
    heard(() => world.simulator('survey').post('/control/send', { messageId, ...twist }));
  expect(reader.survey(await again({}))).toMatchObject({ messageId });
  const late = await again({ secondsAgo: 2 * 86_400 });
  expect(() => reader.survey(late)).toThrow('timestamp-outside-window');
  const forged = await again({ secret: 'somebody-else-s-secret' });
  expect(() => reader.survey(forged)).toThrow('signature-wrong');
});
