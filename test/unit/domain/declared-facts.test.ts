import { describe, expect, test } from '@jest/globals';
import { declaredFacts } from '../../../domain/patient-management/case/clinical-course.ts';
import { historyOfCase } from '../../../domain/patient-management/case/history-of-case.ts';
import { aCase, caseAfter, day, diagnosed, historyRecorded } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

describe('the medical history', () => {
  test('has the facts that a protocol declares, each as it was told last', () => {
    const consents = { consentsToHomeTreatment: true, homeIsSuitable: true };
    const one = caseAfter(diagnosed(), historyRecorded({ facts: consents }));
    one.execute(historyRecorded({ facts: { homeIsSuitable: false } }, day(5)));
    expect(historyOfCase(one.state).attributes).toEqual({ ...consents, homeIsSuitable: false });
    given(aCase(), diagnosed(), historyRecorded({ facts: consents }))
      .when(historyRecorded({ facts: { homeIsSuitable: true } }))
      .thenQuiet();
  });
  test.each([{ 'with words': true }, { phone: '010 1234 5678' }])('takes no words as a fact: %j', (facts) => {
    expect(() => declaredFacts(facts)).toThrow('case/fact-malformed');
  });
});
