/** `npm run board` writes the event-storming board from the code; with `--check` it only says whether it is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BOARD, firstDifference, makeBoard } from './board.ts';
import { ROOT } from './sources.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = join(ROOT, BOARD);
const made = await makeBoard();
if (values.check) {
  const difference = firstDifference(existsSync(file) ? readFileSync(file, 'utf8') : '', made);
  console.log(
    difference === undefined ? `[ok] ${BOARD}` : `[stale] ${BOARD}, ${difference}\nRun npm run board.`,
  );
  process.exitCode = difference === undefined ? 0 : 1;
} else {
  writeFileSync(file, made);
  console.log(`[ok] ${BOARD}`);
}
