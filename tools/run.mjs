#!/usr/bin/env node
/** Runs a program of the project on a fresh clone: brings the packages first. `run.mjs <name> [arguments]` */
import { spawn } from 'node:child_process';
import { prepare } from './prepare.mjs';

/** What stands behind each name of `npm run`. */
const PROGRAMS = {
  test: ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'],
  demo: ['--import', 'tsx', 'tools/demo/main.ts'],
  token: ['--import', 'tsx', 'tools/token/main.ts'],
  rebuild: ['--import', 'tsx', 'tools/rebuild/main.ts'],
  audit: ['--import', 'tsx', 'tools/audit/main.ts'],
  board: ['--import', 'tsx', 'tools/board/main.ts'],
  mutation: ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'],
  chaos: ['--import', 'tsx', 'tools/chaos/main.ts'],
  bench: ['--import', 'tsx', 'tools/bench/main.ts'],
};

const [name, ...args] = process.argv.slice(2);
const program = PROGRAMS[name];
if (program === undefined)
  throw new Error(`unknown program ${name}: use one of ${Object.keys(PROGRAMS).join(', ')}`);
await prepare();
const child = spawn(process.execPath, [...program, ...args], {
  stdio: 'inherit',
  // Jest's own worker processes need the flag too.
  env:
    name === 'test'
      ? { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', NODE_NO_WARNINGS: '1' }
      : process.env,
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
