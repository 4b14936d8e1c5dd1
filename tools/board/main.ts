/** `npm run board` writes the pages that are made from the code; with `--check` it only says which are stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BOARD, firstDifference, makeBoard } from './board.ts';
import { makeMessages, MESSAGES_PAGE } from './messages-page.ts';
import { ROOT } from './sources.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const pages = [
  { page: BOARD, make: makeBoard },
  { page: MESSAGES_PAGE, make: makeMessages },
];
for (const { page, make } of pages) {
  const file = join(ROOT, page);
  const made = await make();
  if (values.check) {
    const difference = firstDifference(existsSync(file) ? readFileSync(file, 'utf8') : '', made);
    console.log(
      difference === undefined ? `[ok] ${page}` : `[stale] ${page}, ${difference}\nRun npm run board.`,
    );
    if (difference !== undefined) process.exitCode = 1;
  } else {
    writeFileSync(file, made);
    console.log(`[ok] ${page}`);
  }
}
