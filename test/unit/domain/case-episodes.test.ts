import { describe, expect, test } from '@jest/globals';
import { episodeBefore, type Episode } from '../../../domain/patient-management/case/episodes.ts';
import { caseId } from '../../../domain/shared-kernel/id.ts';
import { RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import { caseAfter, diagnosed, suspected } from '../../support/case-fixtures.ts';

const released: Episode = { caseId: 'first', stage: 'released', classification: 'confirmed' };
const again: Episode = { caseId: 'second', stage: 'deceased', classification: 'confirmed' };
const ruledOut: Episode = { caseId: 'none', stage: 'not-a-case', classification: 'notACase' };
const taken: Episode = { caseId: 'wrong', stage: 'withdrawn', classification: 'notACase' };

describe('a new case', () => {
  test.each([
    ['of somebody who never had it', [], undefined],
    ['after a release', [released], 'first'],
    ['after several, follows the last', [released, again], 'second'],
    ['after what turned out to be none, follows the infection before', [released, ruledOut, taken], 'first'],
    ['after nothing but suspicions is the first', [ruledOut, taken], undefined],
  ] as const)('%s', (_, episodes, previous) => {
    expect(episodeBefore(episodes)?.caseId).toBe(previous);
  });

  test.each(['suspected', 'confirmed', 'home-treatment', 'in-hospital', 'release-due'] as const)(
    'is refused while one is open: %s, and that one is named',
    (stage) => {
      const running: Episode = { caseId: 'running', stage, classification: 'confirmed' };
      const refused = new RuleBroken('case/already-open', { caseId: 'running' });
      expect(() => episodeBefore([running])).toThrow(refused);
      try {
        episodeBefore([released, running, ruledOut]);
      } catch (error) {
        expect((error as RuleBroken).params).toEqual(refused.params);
      }
      expect.assertions(2);
    },
  );

  test.each([suspected(), diagnosed()])('by $type knows the one before', (command) => {
    const previousCaseId = caseId('0192f0c4-1111-7000-8000-0000000000aa');
    const one = caseAfter({ ...command, previousCaseId });
    expect(one.news[0]).toMatchObject({ type: 'CaseOpened', previousCaseId });
    expect(one.state.previousCaseId).toBe(previousCaseId);
    expect(caseAfter(command).news[0]).not.toHaveProperty('previousCaseId');
    expect(caseAfter(command).state).not.toHaveProperty('previousCaseId');
  });
});
