import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepFirstToken } from '../../tools/launcher/first-token.ts';
import { freePorts } from '../../tools/launcher/ports.ts';
import { ROOT, SHARED_PORTS } from '../../tools/launcher/settings.ts';
import { startStack, type Stack } from '../../tools/launcher/stack.ts';

/** The processes that npm start starts, on a folder and ports of their own. */
let stack: Stack;
let dataDir = '';
let officer = '';
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'bangyeok-e2e-'));
  const free = await freePorts(SHARED_PORTS.length);
  const ports = Object.fromEntries(SHARED_PORTS.map((name, index) => [name, free[index]]));
  const environment = { PARTNER_SETTLES_WITHIN_MILLISECONDS: '9000' };
  stack = await startStack({ profile: 'e2e', dataDir, ports, environment, say: (line) => heard.push(line) });
  officer = await stack.tokenOf('officer');
});
const heard: string[] = [];
afterAll(async () => {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(stack.addresses.api + path, {
    method,
    headers: {
      authorization: `Bearer ${officer}`,
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, never> & { [key: string]: unknown },
  };
};
/** Tries until it is taken, with the same key: what a client does while something is down. */
const insist = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  for (const begun = Date.now(); ;) {
    try {
      const answer = await call('POST', path, body, headers);
      if (answer.status < 500) return answer;
    } catch {
      // nobody listens at the moment
    }
    if (Date.now() - begun > 60_000) throw new Error(`${path} was not taken within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
const stageOf = async (caseId: string): Promise<string> => {
  try {
    return String((await call('GET', `/cases/${caseId}`)).body['stage']);
  } catch {
    return 'API is away';
  }
};
const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
  for (const begun = Date.now(); !(await holds());) {
    if (Date.now() - begun > 60_000) throw new Error(`a minute in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
let people = 0;
const somebody = () => {
  people += 1;
  const birthDate = new Date(Date.UTC(1950, 0, people)).toISOString().slice(0, 10);
  return { name: '홍길동', birthDate, sex: 'male', phone: `010-2222-${1_001 + people}` };
};
const diagnosis = () => ({
  kind: 'diagnosis',
  person: somebody(),
  district: '11110',
  symptomatic: true,
  dateOfSymptomOnset: new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10),
});
const report = async (caseId: string): Promise<void> => {
  await until(`the report of ${caseId} is taken`, async () => {
    try {
      const { body } = await call('GET', `/cases/${caseId}`);
      const version = String(body['version']);
      const answer = await call(
        'POST',
        `/cases/${caseId}/symptom-reports`,
        { course: 'improving', feverFreeForHours: 72 },
        {
          'idempotency-key': `report-${caseId}-${version}`,
          'if-match': `"${version}"`,
        },
      );
      return answer.status === 200;
    } catch {
      return false; // API is away
    }
  });
};
const ledger = async (address: string) => {
  const response = await fetch(`${address}/control/ledger`);
  return ((await response.json()) as { entries: { key: string; executed: number }[] }).entries;
};

test('the README’s own lines take a first case to its end', async () => {
  await keepFirstToken(stack, (line) => heard.push(line));
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('<!-- first-case'), readme.indexOf('## Days in seconds'));
  const lines = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
  const script = lines
    .replace('API=http://127.0.0.1:8080', `API=${stack.addresses.api}`)
    .replace('$(cat .data/api-token)', `$(cat ${join(dataDir, 'api-token')})`);
  expect(script).not.toBe(lines);
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: ROOT });
  expect(stdout).toContain('ReleasedFromIsolation');
  expect(stdout).toContain('ReleaseNotified');
  expect(stdout).toMatch(/process.*workflows\/case%2F/);
  expect(stdout).toContain('“With symptoms: by time”'); // why, in words
  expect(stdout).toContain('Who may move it on: patient-management staff');
});

test.each(['worker', 'api', 'temporal', 'postgres'])(
  'kill -9 of %s in the middle of cases: they go on by themselves, nothing is sent twice',
  async (name) => {
    const before = await Promise.all(
      [1, 2, 3].map(() => insist('/cases', diagnosis(), { 'idempotency-key': randomUUID() })),
    );
    process.kill(stack.process(name).pid(), 'SIGKILL');
    const during = await insist('/cases', diagnosis(), { 'idempotency-key': randomUUID() });
    const ids = [...before, during].map(({ status, body }) => {
      expect(status).toBe(201);
      return String(body['caseId']);
    });
    for (const id of ids) await until(`${id} is at home`, async () => /home|symptom/.test(await stageOf(id)));
    for (const id of ids) await report(id);
    for (const id of ids) await until(`${id} is released`, async () => (await stageOf(id)) === 'released');
    const notices = async () =>
      (await ledger(stack.addresses.sms)).filter(({ key }) => key.endsWith('release-notice'));
    await until('everybody is told', async () => {
      const told = await notices();
      return ids.every((id) => told.some(({ key }) => key.includes(id)));
    });
    const effects = [...(await ledger(stack.addresses.sms)), ...(await ledger(stack.addresses.registry))];
    expect(effects.filter(({ executed }) => executed !== 1)).toEqual([]);
  },
  170_000,
);
