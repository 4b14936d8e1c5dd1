import { expect, test } from '@jest/globals';
import { mayEndAt } from '../../../tools/chaos/load/story.ts';

const ILL = ['released'];
const WELL = ['not-a-case'];

test.each([
  ['as drawn', ILL, 'released', null, true],
  ['against what the laboratory found', ILL, 'not-a-case', null, false],
  ['corrected to negative before it was decided', ILL, 'not-a-case', 'negative', true],
  ['corrected to positive before it was decided', WELL, 'released', 'positive', true],
  ['against the correction', ILL, 'not-a-case', 'positive', false],
  ['against the correction, by whom nobody found ill', WELL, 'released', 'negative', false],
  ['where no correction leads', ILL, 'withdrawn', 'negative', false],
] as const)('a case ends %s: of %p at %s, corrected to %s', (_what, ends, stage, correctedTo, may) => {
  expect(mayEndAt({ ends }, { stage, correctedTo })).toBe(may);
});
