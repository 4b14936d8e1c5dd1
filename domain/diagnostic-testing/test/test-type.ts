import { InvalidValue } from '../../shared-kernel/domain-error.ts';

export const TEST_TYPES = ['pcr', 'rapidAntigen', 'antibody', 'sequencing'] as const;
/** 검사법 */
export type TestType = (typeof TEST_TYPES)[number];

/** @throws InvalidValue `test-type/unknown` */
export function testType(text: string): TestType {
  const known = TEST_TYPES.find((type) => type === text);
  if (known === undefined) throw new InvalidValue('test-type/unknown');
  return known;
}
