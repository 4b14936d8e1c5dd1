import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { armedCrashPoints } from '../../../activities/adapters/files/armed-crash-points.ts';
import { crashPoint, watchCrashPoints } from '../../../activities/ports/crash-points.ts';

describe('crash points', () => {
  afterEach(() => watchCrashPoints(() => undefined));

  test('nobody watches them: passing one does nothing', () => {
    expect(() => crashPoint('effect/after-call')).not.toThrow();
  });

  test('one that is not armed is passed', () => {
    watchCrashPoints(armedCrashPoints(mkdtempSync(join(tmpdir(), 'crash-')), 'worker'));
    expect(() => crashPoint('effect/after-call')).not.toThrow();
  });

  test('an armed one kills at the pass it names, once, in the program it names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'crash-'));
    const victim = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
    await once(victim, 'spawn');
    const ended = once(victim, 'exit');
    writeFileSync(join(folder, 'worker.effect.after-call'), `2 ${victim.pid}`);

    armedCrashPoints(folder, 'api')('effect/after-call');
    const pass = armedCrashPoints(folder, 'worker');
    pass('effect/before-call');
    pass('effect/after-call');
    expect(existsSync(join(folder, 'worker.effect.after-call'))).toBe(true);
    pass('effect/after-call');

    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(readdirSync(folder)).toEqual(['worker.effect.after-call.hit']);
    pass('effect/after-call');
  });

  test('whoever is to be killed may have ended by itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crash-'));
    writeFileSync(join(folder, 'api.command.before-reply'), `1 ${2 ** 22}`);
    expect(() => armedCrashPoints(folder, 'api')('command/before-reply')).not.toThrow();
    expect(readdirSync(folder)).toEqual(['api.command.before-reply.hit']);
  });
});
