import { z } from 'zod';
import { mayEverywhere, reachOf } from '../access/staff.ts';
import { jurisdictionsOf } from '../../domain/shared-kernel/districts/beginnings.ts';
import { refusedAs } from '../contract/absent.ts';
import { command, listing, reading, receiptAnswer } from '../contract/builders.ts';
import { endpoint, type Answer, type AnswerTerms, type Endpoint } from '../contract/endpoint.ts';
import { pageQuery } from '../contract/shapes.ts';
import type { Receipt } from '../../activities/ports/repository.ts';
import type { Dependencies } from '../dependencies.ts';
import { nothing } from '../schemas/basics.ts';
import { deadLetterShown, subscriptionBody, subscriptionShown } from '../schemas/exchange.ts';
import { ofDeadLetter, ofSubscription } from '../schemas/params.ts';

const action = 'webhook:manage';
const one = { tag: 'events', about: 'webhook-subscription', params: ofSubscription, action } as const;
const plain = {
  ...one,
  name: 'subscriptionId',
  body: nothing,
  example: {},
  problems: ['webhook-subscription'],
} as const;
const query = z.strictObject(pageQuery);

/** With the secret: it is told here and nowhere else, and again to whoever asks under the same key. */
const withSecret = z.object({
  subscriptionId: z.uuid(),
  version: z.int().min(1),
  stage: z.string(),
  secretId: z.uuid(),
  secret: z.string().nullable(),
});
const told = async ({ requests }: Dependencies, receipt: Receipt): Promise<Answer> => {
  const { version, body } = receiptAnswer(receipt, 'subscriptionId');
  const secret = (await requests.secretOf(receipt)) ?? null;
  return { ...(version === undefined ? {} : { version }), body: { ...(body as object), secret } };
};
const answer = (status: 200 | 201): AnswerTerms => ({
  status,
  schema: withSecret,
  etag: true,
  ...(status === 201 ? { location: true } : {}),
});
const MORE = {
  ko: 'secret은 이 응답에만 나옵니다. 안전하게 보관하세요. 응답을 받지 못했으면 같은 Idempotency-Key로 다시 보내면 같은 secret이 옵니다. 서명 확인 방법은 docs/api/webhooks.md에 있습니다.',
  en: 'The secret stands in this answer only: keep it safe. If the answer was lost, the same Idempotency-Key brings the same secret. How to check the signature: docs/api/webhooks.md.',
};
/** Outgoing webhooks: which other system is sent what. */
export const WEBHOOK_SUBSCRIPTIONS: readonly Endpoint[] = [
  endpoint(
    {
      method: 'post',
      path: '/webhook-subscriptions',
      tag: 'events',
      does: {
        ko: '다른 시스템이 일어난 일을 받도록 구독합니다.',
        en: 'Has another system sent what happens.',
      },
      more: MORE,
      action,
      needsKey: true,
      body: subscriptionBody,
      example: { url: 'https://hospital.example/bangyeok', eventTypes: ['InfectionConfirmed'] },
      answer: answer(201),
      problems: ['webhook-subscription'],
    },
    async (uses, { identity, body, staff }) => {
      // Of whose cases they are told: what whoever asks may read of the feed.
      const jurisdictions = jurisdictionsOf(reachOf(staff, 'events:read'));
      const receipt = await uses.requests.subscribeWebhook({ ...identity(), ...body, jurisdictions });
      return { ...(await told(uses, receipt)), location: `/webhook-subscriptions/${receipt.id}` };
    },
  ),
  listing(
    {
      path: '/webhook-subscriptions',
      tag: 'events',
      does: {
        ko: '알림 구독을 봅니다. 연계 시스템에는 자기 것만 보입니다.',
        en: 'Subscriptions, newest first; another system sees its own.',
      },
      action,
      query,
      item: subscriptionShown,
    },
    ({ webhookSubscriptions }, asked) =>
      webhookSubscriptions.list(asked.query, mayEverywhere(asked.staff, action) ? undefined : asked.staff.id),
    ({ subscriptionId }) => subscriptionId,
  ),
  reading(
    {
      ...one,
      path: '/webhook-subscriptions/:id',
      does: {
        ko: '구독의 상태, 밀린 정도, 마지막 전달, 보내지 못한 수를 봅니다.',
        en: 'How a subscription stands: how far behind, last taken, how many dead letters.',
      },
      shows: subscriptionShown,
    },
    async ({ webhookSubscriptions }, { params: { subscriptionId } }) => {
      const found = await webhookSubscriptions.find(subscriptionId);
      if (found === undefined) throw refusedAs('webhook-subscription');
      return { version: found.version, body: found };
    },
  ),
  command(
    {
      ...plain,
      path: '/webhook-subscriptions/:id/pause',
      does: {
        ko: '알림을 잠시 멈춥니다. 빠지는 것은 없습니다.',
        en: 'Pauses it; nothing is lost meanwhile.',
      },
    },
    (requests, ask) => requests.pauseWebhook(ask),
  ),
  command(
    {
      ...plain,
      path: '/webhook-subscriptions/:id/resume',
      does: { ko: '멈춘 알림을 이어서 보냅니다.', en: 'Lets a paused one go on where it stood.' },
    },
    (requests, ask) => requests.resumeWebhook(ask),
  ),
  command(
    {
      ...plain,
      path: '/webhook-subscriptions/:id/unsubscription',
      does: { ko: '구독을 끝냅니다. 되돌릴 수 없습니다.', en: 'Ends it for good.' },
    },
    (requests, ask) => requests.unsubscribeWebhook(ask),
  ),
  endpoint(
    {
      ...one,
      method: 'post',
      path: '/webhook-subscriptions/:id/secret-rotation',
      does: {
        ko: '새 비밀키를 만듭니다. 바로 전 키도 다음에 바꿀 때까지 함께 서명합니다.',
        en: 'Makes a new secret; the one before it signs too until the next rotation.',
      },
      more: MORE,
      needsKey: true,
      needsVersion: true,
      body: nothing,
      example: {},
      answer: answer(200),
      problems: ['webhook-subscription'],
    },
    async (uses, { identity, params, expectedVersion }) =>
      told(
        uses,
        await uses.requests.rotateSecret({ ...identity(), ...params, expectedVersion: expectedVersion() }),
      ),
  ),
  listing(
    {
      ...one,
      path: '/webhook-subscriptions/:id/dead-letters',
      does: {
        ko: '수신 시스템이 받지 않아 따로 둔 알림을 봅니다.',
        en: 'What the receiver did not take and lies aside, oldest first.',
      },
      query,
      item: deadLetterShown,
    },
    ({ webhookSubscriptions }, { params: { subscriptionId }, query: page }) =>
      webhookSubscriptions.deadLetters(subscriptionId, page),
    ({ deliveryId }) => deliveryId,
  ),
  command(
    {
      ...plain,
      path: '/webhook-subscriptions/:id/dead-letters/:deliveryId/retry',
      params: ofDeadLetter,
      names: { deliveryId: 'part' },
      does: { ko: '따로 둔 알림을 다시 보냅니다.', en: 'Has a dead letter sent once more.' },
    },
    (requests, ask) => requests.retryDeadLetter(ask),
  ),
];
