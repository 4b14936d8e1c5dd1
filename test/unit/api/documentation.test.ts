import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KOREAN_LABELS, KOREAN_SCRIPT } from '../../../api/docs-in-korean.ts';
import { documentation } from '../../../api/documentation.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';

let server: Server;
beforeAll(async () => {
  server = express().use(documentation(ENDPOINTS)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return {
    status: answer.status,
    policy: answer.headers.get('content-security-policy'),
    text: await answer.text(),
  };
};
const ADDRESS = /(?:https?:)?\/\/[a-z0-9-]+\.[a-z0-9.-]+/gi;

test.each(['ko', 'en'])(
  'the page (%s) names no foreign host, and none can be reached from it',
  async (language) => {
    const page = await get(`/docs?language=${language}`);
    const scripts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, at = '']) => at);
    expect(scripts.filter((at) => !at.startsWith('/docs'))).toEqual([]);
    for (const at of ['/docs/start.js', '/docs/korean.js']) expect((await get(at)).text).not.toMatch(ADDRESS);
    expect(page.text).not.toMatch(ADDRESS);
    expect(page.policy).toContain(`default-src 'self'`);
    expect(page.policy).not.toMatch(/https?:|\*|unsafe-eval/);
    for (const at of scripts) expect([at, (await get(at)).status]).toEqual([at, 200]);
    expect(scripts.includes('/docs/korean.js')).toBe(language === 'ko');
  },
);

test('every label that is translated is one of swagger-ui’s', () => {
  const bundle = readFileSync(
    fileURLToPath(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')),
    'utf8',
  );
  const unknown = Object.keys(KOREAN_LABELS).filter(
    (label) => !new RegExp(`["'\`>]${label.replaceAll('.', '\\.')} ?["'\`<]`).test(bundle),
  );
  expect(unknown).toEqual([]);
});

test('a label is put in Korean wherever it is written, and nothing that our document says', () => {
  let changed: (changes: readonly object[]) => void = () => undefined;
  const text = (nodeValue: string, ours = false) => ({
    nodeType: 3,
    nodeValue,
    parentElement: { closest: () => (ours ? {} : null) },
  });
  runInNewContext(KOREAN_SCRIPT, {
    document: { getElementById: () => ({}) },
    Node: { TEXT_NODE: 3, ELEMENT_NODE: 1 },
    MutationObserver: class {
      constructor(told: typeof changed) {
        changed = told;
      }
      observe = (): void => undefined;
    },
  });
  const [button, own, other] = [text('Execute'), text('Execute', true), text('constructor')];
  changed([
    { type: 'childList', addedNodes: [own, other] },
    { type: 'characterData', target: button, addedNodes: [] },
  ]);
  expect([button, own, other].map(({ nodeValue }) => nodeValue)).toEqual([
    '보내기',
    'Execute',
    'constructor',
  ]);
});
