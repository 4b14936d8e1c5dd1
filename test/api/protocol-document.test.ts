import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { examplesIn } from '../support/examples.ts';
import { forThisFile } from '../support/for-this-file.ts';

const DOCUMENT = new URL('../../docs/api/protocols.md', import.meta.url);
const text = readFileSync(DOCUMENT, 'utf8');
const examples = examplesIn(text);

const world = forThisFile(apiWorld);

test('the document has examples of every way to ask', () => {
  expect(examples.length).toBeGreaterThan(9);
  expect(new Set(examples.map(({ path }) => path.split('?')[0]))).toEqual(
    new Set(['/protocols', '/protocols/evaluations', '/protocols/comparison', '/protocols/what-if']),
  );
});

/** `SAVE_EXAMPLES=true npm test -- test/api/protocol-document` writes the answers anew; read the difference. */
test('each example can be sent as it stands, and gives what is printed beside it', async () => {
  let saved = text;
  for (const { method, path, body, answer, line } of examples) {
    const given = await world.text(method, path, body, { ...key(), 'accept-language': 'en' });
    const lines = given
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as unknown);
    const answered = lines.length === 1 ? lines[0] : lines;
    if (process.env['SAVE_EXAMPLES'] === 'true') {
      saved = saved.replace(
        `\`\`\`json\n${answer}\n\`\`\``,
        `\`\`\`json\n${JSON.stringify(answered, null, 2)}\n\`\`\``,
      );
    } else {
      expect({ line, answered }).toEqual({ line, answered: JSON.parse(answer) as unknown });
    }
  }
  if (saved !== text) writeFileSync(DOCUMENT, saved);
});
