import type { Course } from './symptom-report.ts';

/** Endings with which people write a number or a word: "1번입니다", "2요!". */
const END = '(번|번이요|번이에요|번입니다|이요|입니다|이에요|요)?[.!~\\s]*$';
const whole = (words: string): RegExp => new RegExp(`^(${words})${END}`, 'iu');

/** Good news only where the whole message says it: "1도 안 나았어요" is for a person to read. */
const ANSWERS: readonly (readonly [RegExp, Course])[] = [
  [whole('1|없음|증상 ?없음|무증상|none|no symptoms'), 'symptomFree'],
  [whole('2|호전|호전 ?중|호전되고 있어|나아지고 있어|better|getting better'), 'improving'],
  [/^(3|그대로|악화|same|worse|not better)/iu, 'notImproved'],
];

/** What a patient's text message says, in answer to our question; nothing when a person has to read it. */
export function courseOf(text: string): Course | undefined {
  const said = text.normalize('NFKC').trim();
  if (/^\d{2,}/.test(said)) return undefined;
  return ANSWERS.find(([pattern]) => pattern.test(said))?.[1];
}
