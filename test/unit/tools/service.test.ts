import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { processRecords } from '../../../tools/launcher/process-record.ts';
import { startService, type Service } from '../../../tools/launcher/service.ts';

let folder: string;
const said: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bangyeok-service-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Says that it begins, and ends by itself when a file is there. */
const PROGRAM = `
  const fs = require('node:fs');
  fs.appendFileSync('starts', process.pid + '\\n');
  setInterval(() => { if (fs.existsSync('end')) { fs.rmSync('end'); process.exit(3); } }, 10);`;
const starts = (): number => readFileSync(join(folder, 'starts'), 'utf8').trim().split('\n').length;
const until = async (holds: () => boolean): Promise<void> => {
  for (const begun = performance.now(); !holds();) {
    if (performance.now() - begun > 10_000) throw new Error('waited 10 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const begin = (): Promise<Service> =>
  startService({
    name: 'program',
    command: process.execPath,
    args: ['-e', PROGRAM],
    cwd: folder,
    logFolder: folder,
    records: processRecords(join(folder, 'records')),
    isReady: () => Promise.resolve(existsSync(join(folder, 'starts'))),
    say: (line) => said.push(line),
  });
const endItself = async (): Promise<void> => {
  const before = said.length;
  writeFileSync(join(folder, 'end'), '');
  await until(() => said.slice(before).some((line) => line.includes('ended (code 3)')));
};

test('a service that ended by itself is started again, once, also when somebody kills and restarts it meanwhile', async () => {
  const service = await begin();
  try {
    await endItself();
    await until(() => said.some((line) => line.includes('runs again')));
    await until(() => starts() === 2);

    await endItself();
    service.kill('SIGKILL');
    await service.restart();
    const pid = service.pid();
    // Its own attempt would come within the second.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect([starts(), service.pid()]).toEqual([3, pid]);
  } finally {
    await service.stop();
  }
});
