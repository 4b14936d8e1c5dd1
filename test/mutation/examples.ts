import { readdirSync } from 'node:fs';

/**
 * The examples of the language and its evaluation in one module, for mutation testing alone: Stryker runs all files for
 * every mutant, and loading them one by one takes longer than the tests. Left out are properties and the protocols of
 * single countries: what only they would notice, an example is to tell.
 */
const LEFT_OUT = /\.properties\.|^korea-|^shipped-|^mers/;
const protocol = new URL('../unit/protocol/', import.meta.url);

for (const file of readdirSync(protocol).sort()) {
  if (file.endsWith('.test.ts') && !LEFT_OUT.test(file)) await import(new URL(file, protocol).href);
}
