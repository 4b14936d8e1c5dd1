import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { credentials } from '../../../tools/launcher/credentials.ts';
import { freePorts, isTaken } from '../../../tools/launcher/ports.ts';
import { processRecords } from '../../../tools/launcher/process-record.ts';
import { portPlan, settings } from '../../../tools/launcher/settings.ts';
import { compareVersions } from '../../../tools/launcher/temporal-binaries.ts';
import { serverConfig } from '../../../tools/launcher/temporal-config.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'launcher-'));

test.each([
  [{ API_PORT: '99999' }, /API_PORT is not a port/],
  [{ API_PORT: 'http' }, /API_PORT is not a port/],
  [{ API_PORT: '8101' }, /both 8101/],
  [{ TEMPORAL_PORT: '40000' }, /TEMPORAL_PORT is 40000: Temporal takes ports up to 32767/],
])('%p is refused in words', (environment, words) => {
  expect(() => portPlan(environment)).toThrow(words);
});

test('another profile has a database and a namespace of its own', () => {
  expect(settings({ profile: 'demo' }, {})).toMatchObject({
    database: 'bangyeok_demo',
    namespace: 'bangyeok-demo',
  });
  expect(settings({}, {})).toMatchObject({
    database: 'bangyeok',
    namespace: 'bangyeok',
    simulationMode: false,
  });
});

test('DATABASE_URL is for npm start alone: a demonstration never works on it', () => {
  const environment = { DATABASE_URL: 'postgres://somebody/theirs' };
  expect(settings({ profile: 'demo' }, environment).databaseUrl).toBeUndefined();
  expect(settings({}, environment).databaseUrl).toBe('postgres://somebody/theirs');
});

test.each([
  ['1.32.0', '1.32.0', 0],
  ['1.9.1', '1.32.0', -1],
  ['1.32.2', '1.32', 1],
  ['1.26.10', '1.26.8', 1],
])('version %s against %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign);
});

test('every port of the server comes from the plan', () => {
  const ports = portPlan({ TEMPORAL_PORT: '7999', POSTGRES_PORT: '5999' });
  const config = JSON.parse(serverConfig(ports, 'dynamic.yaml'));
  expect(config.services.frontend.rpc.grpcPort).toBe(7999);
  expect(config.persistence.datastores.default.sql.connectAddr).toBe('127.0.0.1:5999');
});

test('a record names a process only while that very process lives', () => {
  const at = folder();
  const records = processRecords(at);
  records.write('me', process.pid);
  expect(records.alive('me')).toMatchObject({ pid: process.pid });
  writeFileSync(join(at, 'me.json'), JSON.stringify({ name: 'me', pid: process.pid, begun: 'another time' }));
  expect(records.alive('me')).toBeUndefined();
  writeFileSync(join(at, 'me.json'), '{"name":');
  expect(records.alive('me')).toBeUndefined();
});

test('credentials are made once, and no two are alike', () => {
  const at = folder();
  const made = credentials(at);
  expect(credentials(at)).toEqual(made);
  expect(new Set([made.identity.secret, made.sms.apiKey, made.sms.apiSecret]).size).toBe(3);
});

test('credentials of an earlier version keep what they have, and are given what is new', () => {
  const at = folder();
  const { identity: _new, ...earlier } = credentials(at);
  writeFileSync(join(at, 'credentials.json'), JSON.stringify(earlier));
  const now = credentials(at);
  expect(now).toMatchObject(earlier);
  expect(now.identity.secret).toMatch(/^[0-9a-f]{48}$/);
  expect(credentials(at)).toEqual(now);
});

test('free ports are free, different, and fit for Temporal', async () => {
  const ports = await freePorts(5);
  expect(new Set(ports).size).toBe(5);
  expect(Math.max(...ports)).toBeLessThanOrEqual(32_767);
  expect(await Promise.all(ports.map(isTaken))).toEqual([false, false, false, false, false]);
});

test('who asks at the same moment is given other ports, and so is who asks before anybody listens', async () => {
  const [one, other] = await Promise.all([freePorts(5), freePorts(5)]);
  const later = await freePorts(5);
  expect(new Set([...one, ...other, ...later]).size).toBe(15);
});
