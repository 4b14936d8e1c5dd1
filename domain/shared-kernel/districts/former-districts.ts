/** A code of before: until its last day, and the codes that took its place. */
export type FormerDistrict = Readonly<{
  code: string;
  /** Where it is not its successor's. */
  name?: Readonly<{ ko: string; en: string }>;
  validUntil: string;
  successors: readonly string[];
}>;

/** Provinces that got a new code while their districts kept their last three digits. */
export const RENUMBERED = [
  { was: '42', is: '51', validUntil: '2023-06-10' },
  { was: '45', is: '52', validUntil: '2024-01-17' },
] as const;

/** Gwangju and Jeollanam-do became one; no two digits of the new codes follow from the old. */
const MERGED: readonly (readonly [was: string, is: string])[] = [
  ['29110', '12210'],
  ['29140', '12240'],
  ['29155', '12270'],
  ['29170', '12300'],
  ['29200', '12330'],
  ['46110', '12110'],
  ['46130', '12130'],
  ['46150', '12150'],
  ['46170', '12170'],
  ['46230', '12190'],
  ['46710', '12710'],
  ['46720', '12720'],
  ['46730', '12730'],
  ['46770', '12740'],
  ['46780', '12750'],
  ['46790', '12760'],
  ['46800', '12770'],
  ['46810', '12780'],
  ['46820', '12790'],
  ['46830', '12800'],
  ['46840', '12810'],
  ['46860', '12820'],
  ['46870', '12830'],
  ['46880', '12840'],
  ['46890', '12850'],
  ['46900', '12860'],
  ['46910', '12870'],
];

export const FORMER_DISTRICTS: readonly FormerDistrict[] = [
  {
    code: '28170',
    name: { ko: '남구', en: 'Nam-gu' },
    validUntil: '2018-06-30',
    successors: ['28177'],
  },
  { code: '47720', validUntil: '2023-06-30', successors: ['27720'] },
  {
    code: '28110',
    name: { ko: '중구', en: 'Jung-gu' },
    validUntil: '2026-06-30',
    successors: ['28125', '28155'],
  },
  {
    code: '28140',
    name: { ko: '동구', en: 'Dong-gu' },
    validUntil: '2026-06-30',
    successors: ['28125'],
  },
  {
    code: '28260',
    name: { ko: '서구', en: 'Seo-gu' },
    validUntil: '2026-06-30',
    successors: ['28275', '28290'],
  },
  ...MERGED.map(([code, is]) => ({ code, validUntil: '2026-06-30', successors: [is] })),
];
