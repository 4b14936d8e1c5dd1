import type { Course } from './symptom-report.ts';

const ANSWERS: readonly (readonly [RegExp, Course])[] = [
  [/^(1|없음|무증상|none)/iu, 'symptomFree'],
  [/^(2|호전|나아|better)/iu, 'improving'],
  [/^(3|그대로|악화|same|worse)/iu, 'notImproved'],
];

/** What a patient's text message says, in answer to our question; nothing when a person has to read it. */
export function courseOf(text: string): Course | undefined {
  const said = text.normalize('NFKC').trim();
  if (/^\d{2,}/.test(said)) return undefined;
  return ANSWERS.find(([pattern]) => pattern.test(said))?.[1];
}
