import { readdirSync } from 'node:fs';

/**
 * Every example of the protocol and of the case in one module, for mutation testing alone: Stryker runs all files for
 * every mutant, and loading them one by one takes longer than the tests. Properties are left out: what only they find
 * is for an example to tell.
 */
const unit = new URL('../unit/', import.meta.url);
const testsIn = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(new URL(folder, unit))
    .filter((file) => name.test(file) && !file.includes('.properties.'))
    .sort()
    .map((file) => `${folder}${file}`);

for (const file of [...testsIn('protocol/', /\.test\.ts$/), ...testsIn('domain/', /^case.*\.test\.ts$/)]) {
  await import(new URL(file, unit).href);
}
