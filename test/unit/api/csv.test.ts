import { describe, expect, test } from '@jest/globals';
import { linesOf } from '../../../api/imports/csv.ts';
import { textOf } from '../../../api/imports/list-text.ts';

const numbered = (csv: string) =>
  linesOf(csv).lines.map(({ line, cells, fault }) => [line, fault ?? cells.join('|')]);

describe('a line', () => {
  test.each(['\n', '\r\n', '\r'])('has its number in the file, whatever ends lines (%j)', (end) => {
    const csv = ['a,b', '1,"x', 'y"', '', '2,z', '"3",""', ''].join(end);
    expect(numbered(csv)).toEqual([
      [2, '1|x\ny'],
      [5, '2|z'],
      [6, '3|'],
    ]);
  });
  test('that is broken is a result of its own, and those around it are read', () => {
    const csv = 'a,b,c\n1,"8"z,9\n10,1"1,12\n\n13,"14 ""q""",15\n16,"17,18\n19,20,21\n22,"23",24\n';
    expect(numbered(csv)).toEqual([
      [2, 'row/malformed'],
      [3, 'row/malformed'],
      [5, '13|14 "q"|15'],
      [6, 'row/malformed'],
      [7, '19|20|21'],
      [8, '22|23|24'],
    ]);
  });
  test('that stands in quotes as a whole is read without them, where that makes a line', () => {
    const { lines } = linesOf('a,b,c\n"1,""2, 3"",4"\n"5,6"\n"7 8"\n');
    expect(lines).toEqual([
      { line: 2, cells: ['1', '2, 3', '4'], mended: true },
      { line: 3, cells: ['5,6'] },
      { line: 4, cells: ['7 8'] },
    ]);
  });
  test('that the file is cut off in refuses the file, and so does a file of broken lines', () => {
    expect(() => linesOf('a,b\n1,2\n3,"4')).toThrow('import/malformed');
    expect(() => linesOf('a"b,c\n1,2\n')).toThrow('import/malformed');
    expect(() => linesOf(`a,b\n${'1,2"3\n'.repeat(101)}`)).toThrow('import/malformed');
    expect(linesOf(`a,b\n${'1,2"3\n'.repeat(100)}`).lines).toHaveLength(100);
  });
});

describe('a text', () => {
  const euckr = Buffer.from([0xc8, 0xab, 0xb1, 0xe6, 0xb5, 0xbf]); // 홍길동
  const cp949 = Buffer.from([0xb0, 0xa1, 0x8c, 0x63]); // 가 and a syllable that EUC-KR proper has not
  test('is told apart by its bytes', () => {
    expect(textOf(Buffer.from('홍길동'), 'text/csv')).toBe('홍길동');
    expect(textOf(Buffer.from('\uFEFF홍길동'), 'text/csv')).toBe('홍길동');
    expect(textOf(euckr, 'text/csv')).toBe('홍길동');
    expect(textOf(cp949, 'text/csv')).toBe('가똠');
    expect(textOf(Buffer.from('\uFFFD\uFFFD'), 'text/csv')).toBe('\uFFFD\uFFFD'); // damaged before it was saved
  });
  test('is read as it is said to be', () => {
    expect(textOf(euckr, 'text/csv; charset=CP949')).toBe('홍길동');
    expect(textOf(euckr, 'text/csv; header=present; charset="utf-8"')).toContain('\uFFFD');
    expect(textOf(Buffer.concat([Buffer.from('홍'), Buffer.from([0xff])]), 'text/csv')).toContain('\uFFFD');
    expect(() => textOf(euckr, 'text/csv; charset=utf-7')).toThrow('import/charset-unknown');
  });
});
