import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SurveyCommand } from '../../../domain/diagnostic-testing/survey/survey.commands.ts';
import { evolveSurvey, type SurveyState } from '../../../domain/diagnostic-testing/survey/survey.state.ts';
import { day } from '../../support/case-fixtures.ts';
import { refusal } from '../../support/refusal.ts';
import {
  ANSWERS,
  answered,
  answersCorrected,
  aSurvey,
  expired,
  offered,
  QUESTIONS,
  refused,
} from '../../support/survey-fixtures.ts';

const COMMANDS: readonly ((count: number) => SurveyCommand)[] = [
  () => offered('smsLink', day(6)),
  () => offered('telephone', day(12)),
  (count) => answered(ANSWERS, day(count)),
  (count) => answered({ ...ANSWERS, cough: count % 2 === 0 }, day(count), 'telephone'),
  (count) => answered({ fever: true }, day(count)),
  (count) => answered({ ...ANSWERS, [count % 2 === 0 ? 'free' : 'work']: '홍길동' }, day(count), 'inPerson'),
  (count) => refused(day(count)),
  (count) => expired(day(count)),
  (count) => answersCorrected({ ...ANSWERS, household: 1 + (count % 4) }, day(count)),
  (count) => answersCorrected({ ...ANSWERS, household: 0 }, day(count)),
];
const lives = fc.array(fc.nat(COMMANDS.length - 1), { minLength: 1, maxLength: 25 });

test('whatever is asked: refusals are the domain’s, state is the fold, answers fit and are never lost', () => {
  fc.assert(
    fc.property(lives, (choices) => {
      const one = aSurvey();
      choices.forEach((choice, count) => {
        const command = COMMANDS[choice]?.(count + 3) as SurveyCommand;
        for (const repeated of [false, true]) {
          const before = one.version;
          refusal(one, command);
          if (repeated) expect(one.version).toBe(before);
        }
      });
      expect(one.version).toBe(one.news.length);
      const folded = one.news.reduce<SurveyState | undefined>(evolveSurvey, undefined);
      if (folded === undefined) return;
      expect(one.state).toEqual(folded);
      const { stage, answers, corrections } = one.state;
      const types = one.news.map(({ type }) => type);
      expect(types.filter((type) => type === 'SurveyAnswered').length).toBe(stage === 'answered' ? 1 : 0);
      expect(answers !== undefined).toBe(stage === 'answered');
      expect(types.filter((type) => type === 'SurveyCorrected').length).toBe(corrections);
      for (const { code, required } of QUESTIONS) {
        if (answers !== undefined && required) expect(Object.keys(answers)).toContain(code);
      }
      expect(JSON.stringify(one.news)).not.toMatch(/홍길동/);
    }),
    { numRuns: 400 },
  );
});
