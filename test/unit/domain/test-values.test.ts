import { expect, test } from '@jest/globals';
import { CycleThreshold } from '../../../domain/diagnostic-testing/test/cycle-threshold.ts';
import { laboratoryCode } from '../../../domain/diagnostic-testing/test/laboratory-code.ts';
import { SampleTimes } from '../../../domain/diagnostic-testing/test/sample-times.ts';
import { specimenType } from '../../../domain/diagnostic-testing/test/specimen-type.ts';
import { testType } from '../../../domain/diagnostic-testing/test/test-type.ts';
import { day } from '../../support/case-fixtures.ts';

test.each([
  ['specimen-type/unknown', () => specimenType('hair')],
  ['test-type/unknown', () => testType('PCR')],
  ['laboratory/malformed', () => laboratoryCode('서울')],
  ['cycle-threshold/impossible', () => CycleThreshold.of(0)],
  ['cycle-threshold/impossible', () => CycleThreshold.of(60.1)],
  ['cycle-threshold/impossible', () => CycleThreshold.of(Number.NaN)],
])('%s', (code, make) => expect(make).toThrow(code));

test('cycle thresholds are equal by value', () => {
  expect(CycleThreshold.of(20).equals(CycleThreshold.of(20))).toBe(true);
  expect(CycleThreshold.of(20).equals(CycleThreshold.of(21))).toBe(false);
});

test('times of a sample are equal by value', () => {
  const times = () => SampleTimes.of({ collectedAt: day(1), resultedAt: day(2) }, day(3));
  expect(times().equals(times())).toBe(true);
  expect(times().equals(SampleTimes.of({ collectedAt: day(1) }, day(3)))).toBe(false);
});
