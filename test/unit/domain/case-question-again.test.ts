import { expect, test } from '@jest/globals';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import { aCase, asked, atHome, day } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const again = (at = day(12), attempt = 1): CaseCommand =>
  ({ ...asked(at, attempt), again: true }) as CaseCommand;

test('a question whose time to answer is over has it anew when its text goes out only now', () => {
  const answerBy = day(12).plusHours(6).toString();
  given(aCase(), ...atHome, asked())
    .when(again())
    .thenRaises({ type: 'SymptomCheckRequested', attempt: 1, answerBy });
  const one = aCase();
  for (const command of [...atHome, asked(), again()]) one.execute(command);
  expect(one.state.question).toEqual({ firstAskedAt: day(11).toString(), attempt: 1, answerBy });
});
test('and has it once: not before, and not for the question that came after it', () => {
  given(aCase(), ...atHome, asked())
    .when(again(day(11).plusHours(5)))
    .thenQuiet();
  given(aCase(), ...atHome, asked(), again())
    .when(again())
    .thenQuiet();
  given(aCase(), ...atHome, asked(), asked(day(11).plusHours(6), 2))
    .when(again())
    .thenQuiet();
  given(aCase(), ...atHome, asked())
    .when(asked(day(12)))
    .thenQuiet();
});
