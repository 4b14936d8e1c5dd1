import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../launcher/settings.ts';
import type { Replacement } from './broken-builds.ts';

/** @throws Error when what is to be replaced does not stand in the text exactly once: the code has moved on */
export function replaced(text: string, { file, from, to }: Replacement): string {
  const times = text.split(from).length - 1;
  if (times !== 1) throw new Error(`${file} holds ${JSON.stringify(from)} ${times} times, not once`);
  return text.replace(from, () => to);
}

/** A copy of the application's code with some places changed. Answers its folder. */
export function patchedCopy(folder: string, replacements: readonly Replacement[]): string {
  mkdirSync(folder, { recursive: true });
  for (const part of ['domain', 'activities', 'workflows', 'api', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const replacement of replacements) {
    const file = join(folder, replacement.file);
    writeFileSync(file, replaced(readFileSync(file, 'utf8'), replacement));
  }
  return folder;
}
