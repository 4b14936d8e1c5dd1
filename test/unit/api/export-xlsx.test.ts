import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { xlsxOf } from '../../../api/exports/xlsx.ts';
import { zipped } from '../../../api/exports/zip.ts';
import { pagesOf, unzipped, whole } from '../../support/exported.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const sheetOf = async (...rows: readonly Readonly<Record<string, unknown>>[]): Promise<string> =>
  unzipped(await whole(xlsxOf(pagesOf(...rows), ['a', 'b'], ['가', 'B']))).get(SHEET) ?? '';
const cellsOf = (sheet: string): readonly string[] =>
  [...sheet.matchAll(/<c(?: t="inlineStr")?>?(.*?)(?:<\/c>|\/>)/gs)].map(([, inside = '']) =>
    inside
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

test('a sheet has its headings and rows; numbers are numbers, and a formula is a text', async () => {
  const sheet = await sheetOf({ a: '=1+1', b: 41 }, { a: null, b: '<&>' });
  expect(cellsOf(sheet)).toEqual(['가', 'B', '=1+1', '41', '', '<&>']);
  expect(sheet).toContain('<c><v>41</v></c>');
  expect(sheet).not.toContain('<f>');
});

test('whatever the values are, the sheet holds them, and is XML', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (a, b) => {
      const sheet = await sheetOf({ a, b });
      expect(cellsOf(sheet).slice(2)).toEqual([a, b]);
    }),
  );
  const odd = await sheetOf({ a: 'a\u0000b\u001Fc', b: '\uD800' });
  expect(cellsOf(odd).slice(2)).toEqual(['a\uFFFDb\uFFFDc', '\uFFFD']);
});

test('it has the parts that a workbook has to have', async () => {
  const files = unzipped(await whole(xlsxOf(pagesOf({ a: 1 }), ['a'], ['A'])));
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    SHEET,
  ]);
});

test('an archive that was packed in parts has the checksum of the whole; cut off, it is none', async () => {
  const archive = await whole(zipped([{ name: '이름.txt', parts: ['한', '글', 'x'.repeat(100_000)] }]));
  const text = `한글${'x'.repeat(100_000)}`;
  expect(unzipped(archive).get('이름.txt')).toBe(text);
  const directory = archive.readUInt32LE(archive.length - 6);
  expect(archive.readUInt32LE(directory + 16)).toBe(crc32(text));
  expect(() => unzipped(archive.subarray(0, archive.length - 30))).toThrow('no archive');
});

const tooLong = function* (atEnd: () => void): Generator<string> {
  try {
    yield 'a';
    throw new RangeError('more than it holds');
  } finally {
    atEnd();
  }
};

test('what goes wrong in a part breaks the archive off', async () => {
  await expect(whole(zipped([{ name: 'a', parts: tooLong(() => {}) }]))).rejects.toThrow(
    'more than it holds',
  );
});

test('whoever stops reading ends the parts', async () => {
  let ended = 0;
  async function* endless(): AsyncGenerator<string> {
    try {
      for (;;) yield randomBytes(50_000).toString('hex');
    } finally {
      ended += 1;
    }
  }
  for await (const bytes of zipped([{ name: 'a', parts: endless() }])) if (bytes.length > 1_000) break;
  await new Promise(setImmediate);
  expect(ended).toBe(1);
});
