import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { tokenFor } from '../support/tokens.ts';

const world = forThisFile(apiWorld);
let hospital: string;
let clinic: string;
beforeAll(async () => {
  hospital = await tokenFor({ id: 'hospital', roles: ['system'], jurisdictions: ['11110'] });
  clinic = await tokenFor({ id: 'clinic', roles: ['system'], jurisdictions: ['11110'] });
});

const ASKED = { url: 'https://hospital.example/events', eventTypes: ['CaseOpened'] };
const subscribed = async (token = hospital, headers = key()) =>
  world.callAs(token, 'POST', '/webhook-subscriptions', ASKED, headers);
const post = (token: string, path: string, version: number, headers: Record<string, string> = key()) =>
  world.callAs(token, 'POST', path, {}, { ...headers, 'if-match': `"${version}"` });

test('the secret is told to whoever asks, once; it lies sealed and nowhere else', async () => {
  const once = key();
  const first = await subscribed(hospital, once);
  expect(first.status).toBe(201);
  const { subscriptionId, secret, secretId } = first.body as Record<string, unknown>;
  expect(first.headers.get('location')).toBe(`/webhook-subscriptions/${String(subscriptionId)}`);
  expect((await subscribed(hospital, once)).body).toEqual(first.body); // the answer was lost on the way
  const { body } = await world.callAs(hospital, 'GET', `/webhook-subscriptions/${String(subscriptionId)}`);
  expect(body).toMatchObject({
    ...{
      stage: 'active',
      jurisdictions: ['11110'],
      secrets: 1,
      deadLetters: 0,
      underWay: null,
      takenAt: null,
    },
    ...ASKED,
  });
  expect(JSON.stringify(body)).not.toContain(String(secret));
  const { rows } = await world.pool.query<{ everything: string }>(
    `select (select json_agg(s) from webhook_secret s where id = $1)::text || (select json_agg(e) from domain_event e)::text
       || (select json_agg(h) from handled_command h)::text || (select json_agg(w) from webhook_subscription w)::text
       as everything`,
    [secretId],
  );
  expect(rows[0]?.everything).toContain(String(secretId));
  expect(rows[0]?.everything).not.toContain(String(secret));
  const kept = await world.pool.query('select from webhook_secret');
  expect(kept.rowCount).toBe(1); // what was made for the repeated request is gone
});

test('it is paused, resumed, given a new secret and ended by its version; two secrets are live', async () => {
  const { body: made } = await subscribed();
  const at = `/webhook-subscriptions/${String(made['subscriptionId'])}`;
  expect((await post(hospital, `${at}/pause`, 1)).body).toMatchObject({ stage: 'paused', version: 2 });
  expect((await post(hospital, `${at}/resume`, 1)).status).toBe(412);
  expect((await post(hospital, `${at}/resume`, 2)).body).toMatchObject({ stage: 'active', version: 3 });
  const once = key();
  const rotated = await post(hospital, `${at}/secret-rotation`, 3, once);
  expect(rotated.body['secret']).not.toBe(made['secret']);
  expect((await post(hospital, `${at}/secret-rotation`, 3, once)).body).toEqual(rotated.body);
  expect((await world.callAs(hospital, 'GET', at)).body['secrets']).toBe(2);
  await post(hospital, `${at}/secret-rotation`, 4);
  const live = () =>
    world.pool.query('select from webhook_secret where subscription_id = $1', [made['subscriptionId']]);
  expect((await live()).rowCount).toBe(2);
  expect((await post(hospital, `${at}/unsubscription`, 5)).body).toMatchObject({ stage: 'ended' });
  expect((await live()).rowCount).toBe(0);
  expect((await post(hospital, `${at}/resume`, 6)).body['code']).toBe('webhook-subscription/ended');
});

test('another system sees nothing of it, the headquarters everything', async () => {
  const { body: made } = await subscribed();
  const at = `/webhook-subscriptions/${String(made['subscriptionId'])}`;
  const absent = await world.callAs(clinic, 'GET', `/webhook-subscriptions/${randomUUID()}`);
  for (const path of ['', '/dead-letters']) {
    const there = await world.callAs(clinic, 'GET', at + path);
    expect([there.status, there.body]).toEqual([404, absent.body]);
  }
  expect((await post(clinic, `${at}/unsubscription`, 1)).status).toBe(404);
  expect((await world.callAs(clinic, 'GET', '/webhook-subscriptions')).body.items).toEqual([]);
  const headquarters = await tokenFor({ id: 'h', roles: ['headquarters'], jurisdictions: [] });
  const { body } = await world.callAs(headquarters, 'GET', '/webhook-subscriptions');
  expect(body.items.map(({ subscriptionId }) => subscriptionId)).toContain(made['subscriptionId']);
});

test('an address that is not public, a type that is not there and a dead letter that is none are refused', async () => {
  const asked = async (more: object) =>
    (await world.callAs(hospital, 'POST', '/webhook-subscriptions', { ...ASKED, ...more }, key())).body[
      'code'
    ];
  expect(await asked({ url: 'http://10.0.0.1/events' })).toBe('webhook-subscription/url-not-allowed');
  expect(await asked({ eventTypes: ['CaseDreamt'] })).toBe('webhook-subscription/event-type-unknown');
  expect(await asked({ after: 'then' })).toBe('request/invalid');
  const { body: made } = await subscribed();
  const at = `/webhook-subscriptions/${String(made['subscriptionId'])}/dead-letters`;
  expect((await world.callAs(hospital, 'GET', at)).body.items).toEqual([]);
  const retry = await post(hospital, `${at}/${randomUUID()}/retry`, 1);
  expect([retry.status, retry.body['code']]).toEqual([404, 'webhook-subscription/dead-letter-not-found']);
});
