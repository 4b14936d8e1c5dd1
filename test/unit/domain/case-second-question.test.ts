import { expect, test } from '@jest/globals';
import { Instant } from '../../../domain/shared-kernel/instant.ts';
import {
  aCase,
  asked,
  checked,
  day,
  diagnosed,
  planned,
  told,
  treated,
} from '../../support/case-fixtures.ts';
import { rulesWith } from '../../support/case-rules.ts';

const rules = rulesWith([
  {
    id: 'ten-days',
    kind: 'time',
    minimum: [{ anchor: 'onset', anchorDayIs: 0, endDay: 10, endTime: '24:00' }],
    course: 'improving',
    feverFreeHours: 72,
  },
]);

test('an answer that leaves something open is followed by a question with a number of its own', () => {
  const one = aCase();
  const life = [diagnosed(), treated(), planned(day(3), rules), asked(), told({ course: 'improving' })];
  for (const command of life) one.execute(command);
  expect(one.state).toMatchObject({ stage: 'home-treatment', checks: 1 });
  expect(one.state).not.toHaveProperty('question');
  one.execute(planned(day(11), rules));
  expect(one.state.checks).toBe(2);
  one.execute(planned(day(11), rules));
  expect(one.state.checks).toBe(2);
  one.execute(checked(day(11), rules));
  expect(one.state.stage).toBe('home-treatment'); // nobody knows about the fever: asked again
  one.execute(asked(day(11)));
  expect(one.news.at(-1)).toMatchObject({ type: 'SymptomCheckRequested', attempt: 1 });
});

test('an answer that decides needs no other plan', () => {
  const one = aCase();
  const answer = told({ course: 'improving', feverFreeForHours: 72 });
  for (const command of [diagnosed(), treated(), planned(day(3), rules), asked(), answer])
    one.execute(command);
  const before = one.version;
  one.execute(planned(day(11), rules));
  expect(one.version).toBe(before);
  one.execute(checked(day(11), rules));
  expect(one.state.stage).toBe('release-due');
});

test('an answer that is stored while the process reads its clock is not asked for again', () => {
  const one = aCase();
  const answer = told({ course: 'improving', feverFreeForHours: 72 });
  for (const command of [diagnosed(), treated(), planned(day(11), rules), asked(day(11)), answer])
    one.execute(command);
  const [said] = one.state.reports;
  const justBefore = Instant.of(said?.reportedAt ?? '').plusHours(-1 / 3_600);
  const before = one.version;
  one.execute(planned(justBefore, rules));
  expect(one.version).toBe(before);
  one.execute(checked(justBefore, rules));
  expect(one.state.stage).toBe('release-due');
});
