import { readdirSync } from 'node:fs';

/**
 * The examples of the language, the evaluation and the case in one module, for mutation testing alone: Stryker runs all
 * files for every mutant, and loading them one by one takes longer than the tests. Left out are properties and the
 * protocols of single countries: what only they would notice, an example is to tell.
 */
const LEFT_OUT = /\.properties\.|^korea-|^shipped-|^mers/;
const unit = new URL('../unit/', import.meta.url);
const testsIn = (folder: string, name: RegExp): readonly string[] =>
  readdirSync(new URL(folder, unit))
    .filter((file) => name.test(file) && !LEFT_OUT.test(file))
    .sort()
    .map((file) => `${folder}${file}`);

for (const file of [...testsIn('protocol/', /\.test\.ts$/), ...testsIn('domain/', /^case.*\.test\.ts$/)]) {
  await import(new URL(file, unit).href);
}
