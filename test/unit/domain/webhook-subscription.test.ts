import { describe, expect, test } from '@jest/globals';
import { EventTypes } from '../../../domain/exchange/webhook-subscription/event-types.ts';
import { isGivenUp, sentAgainAt } from '../../../domain/exchange/webhook-subscription/patience.ts';
import { ReceiverAddress } from '../../../domain/exchange/webhook-subscription/receiver-address.ts';
import type { WebhookSubscription } from '../../../domain/exchange/webhook-subscription/webhook-subscription.ts';
import { secretId } from '../../../domain/shared-kernel/id.ts';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import { aWebhookSubscription, subscribing } from '../../support/webhook-fixtures.ts';

const at = Instant.of('2026-03-01T00:00:00Z');
const by = { by: 'hospital', at } as const;
const SECRETS = [1, 2, 3].map((one) => secretId(`01900000-0000-7000-8000-00000000000${one}`));
const types = (one: WebhookSubscription) => one.news.map(({ type }) => type);

test('the newest two secrets are live', () => {
  const one = aWebhookSubscription();
  const [first] = one.state.secretIds;
  for (const id of SECRETS.slice(0, 1)) one.execute({ type: 'RotateSecret', secretId: id, ...by });
  expect(one.state.secretIds).toEqual([first, SECRETS[0]]);
  for (const id of SECRETS.slice(1)) one.execute({ type: 'RotateSecret', secretId: id, ...by });
  expect(one.state.secretIds).toEqual(SECRETS.slice(1));
});

test('it is paused and resumed, quietly where it is so already; what has ended takes nothing but its end', () => {
  const one = aWebhookSubscription();
  for (const type of ['PauseWebhook', 'PauseWebhook', 'ResumeWebhook', 'ResumeWebhook'] as const)
    one.execute({ type, ...by });
  one.execute({ type: 'UnsubscribeWebhook', ...by });
  one.execute({ type: 'UnsubscribeWebhook', ...by });
  expect(types(one)).toEqual(['WebhookSubscribed', 'WebhookPaused', 'WebhookResumed', 'WebhookUnsubscribed']);
  expect(one.state).toMatchObject({ stage: 'ended', secretIds: [] });
  for (const command of [
    { type: 'PauseWebhook', ...by },
    { type: 'ResumeWebhook', ...by },
    { type: 'RotateSecret', secretId: SECRETS[0] as never, ...by },
    { type: 'RetryDeadLetter', deliveryId: 'd', ...by },
  ] as const)
    expect(() => one.execute(command)).toThrow('webhook-subscription/ended');
  expect(() => one.execute(subscribing())).toThrow('webhook-subscription/already-subscribed');
});

describe('where events may be sent', () => {
  test.each(['https://hospital.example/events', 'https://a.b-c.hospital.kr:8443'])('%s', (url) => {
    expect(ReceiverAddress.of(url, { loopback: false }).url).toBe(url);
  });
  test.each([
    'http://hospital.example/events',
    'https://10.0.0.1/events',
    'https://2130706433/',
    'https://[::1]/',
    'https://localhost/',
    'https://user:word@hospital.example/',
    'https://hospital.example/x?key=1',
    'https://hospital.example/#x',
    'ftp://hospital.example/',
    'javascript:alert(1)',
    '',
  ])('not %s', (url) => {
    expect(() => ReceiverAddress.of(url, { loopback: false })).toThrow(
      'webhook-subscription/url-not-allowed',
    );
  });
  test('on the machine itself in development only', () => {
    expect(ReceiverAddress.of('http://127.0.0.1:8080/x', { loopback: true }).url).toContain('127.0.0.1');
    expect(() => ReceiverAddress.of('http://10.0.0.1/x', { loopback: true })).toThrow(
      'webhook-subscription/url-not-allowed',
    );
  });
});

test('only known types, each once', () => {
  const known = (name: string): boolean => name === 'CaseOpened';
  expect(EventTypes.of(['CaseOpened', 'CaseOpened'], known).names).toEqual(['CaseOpened']);
  expect(() => EventTypes.of(['CaseDreamt'], known)).toThrow('webhook-subscription/event-type-unknown');
});

test('pauses grow from seconds to an hour; after a day nobody waits any longer', () => {
  const seconds = (attempts: number): number =>
    (Date.parse(sentAgainAt(attempts, at).toString()) - Date.parse(at.toString())) / 1_000;
  expect([1, 2, 3, 10, 11, 50].map(seconds)).toEqual([5, 10, 20, 2_560, 3_600, 3_600]);
  expect([isGivenUp(at, at.plusHours(23.99)), isGivenUp(at, at.plusHours(24))]).toEqual([false, true]);
});
