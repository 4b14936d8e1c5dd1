import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { filesBelow, root, textOf } from './project-files.ts';

const decisions = filesBelow('docs/adr').filter((path) => /\/\d{4}-/.test(path));
const documents = ['CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'docs/adr/README.md', ...decisions];

/** Files and folders of ours that a document names in `code`; those with a placeholder end before it. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:domain|workflows|activities|api|test|tools|docs)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path.split('<')[0] ?? '',
  );
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link);

test.each(documents)('%s names only files that are there', (document) => {
  const paths = pathsIn(textOf(document));
  const links = linksIn(textOf(document)).map((link) => join(dirname(document), link));
  expect([...paths, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('a path that is not there is seen', () => {
  expect(pathsIn('in `domain/nowhere/` and `activities/<context>/`')).toEqual([
    'domain/nowhere/',
    'activities/',
  ]);
  expect(linksIn('[adr](docs/adr/README.md#x) [web](https://semver.org)')).toEqual(['docs/adr/README.md']);
});

test('CONTRIBUTING has the four checklists', () => {
  const headings = [...textOf('CONTRIBUTING.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(
    expect.arrayContaining(['Add a command', 'Add a policy', 'Add an external system', 'Change a workflow']),
  );
});

test('every decision is listed, says what lost and what follows', () => {
  expect(decisions.length).toBeGreaterThan(7);
  for (const path of decisions) {
    expect(textOf('docs/adr/README.md')).toContain(path.replace('docs/adr/', ''));
    expect(textOf(path)).toMatch(
      /^# \d{4} .+\n\nAccepted[\s\S]+## Decision[\s\S]+## What lost\n\n- \*\*[\s\S]+## Consequences/,
    );
  }
});
