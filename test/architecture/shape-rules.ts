/** A shape that a file must have: `broken` says whether this one, by its path and text, has not. */
export type ShapeRule = Readonly<{ rule: string; broken: (path: string, text: string) => boolean }>;

const EMPTY_WORDS = [
  'manager',
  'helper',
  'helpers',
  'util',
  'utils',
  'common',
  'data',
  'info',
  'processor',
  'impl',
  'dto',
];
const wordsOf = (path: string): string[] => (path.split('/').at(-1) ?? '').toLowerCase().split(/[^a-z0-9]+/);
const isTest = (path: string): boolean => path.endsWith('.test.ts');
/** Jest takes its configuration and set-up as default exports. */
const isConfiguration = (path: string): boolean =>
  /^jest\.config\.mjs$|^test\/support\/(?:global|servers)-/.test(path);

export const shapeRules: readonly ShapeRule[] = [
  { rule: 'a file has at most 250 lines', broken: (_, text) => text.trimEnd().split('\n').length > 250 },
  {
    rule: 'exports have names',
    broken: (path, text) =>
      !isConfiguration(path) && /^export default |^export \{[^}]*\bas default\b/m.test(text),
  },
  {
    rule: 'file names say something',
    broken: (path) => wordsOf(path).some((word) => EMPTY_WORDS.includes(word)),
  },
  {
    rule: 'file names are kebab-case',
    broken: (path) => !/^[a-z0-9.-]+$/.test(path.split('/').at(-1) ?? ''),
  },
  {
    rule: 'every test runs',
    broken: (path, text) =>
      isTest(path) &&
      /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|failing)\b|\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/.test(
        text,
      ),
  },
  {
    /** Which looks, at the end of the file, at what was answered with 500. */
    rule: 'a test of the API has its world from forThisFile',
    broken: (path, text) =>
      path.startsWith('test/api/') && isTest(path) && /(?<!forThisFile\(\(\) => )\b\w+World\(/.test(text),
  },
  {
    rule: 'the domain has no clock',
    broken: (path, text) =>
      path.startsWith('domain/') && /\bnew Date\b|\bDate\.now\b|\bTemporal\.Now\b/.test(text),
  },
  {
    rule: 'nothing is left to do',
    broken: (_, text) => /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck)|[Nn]ot implemented/.test(text),
  },
];
