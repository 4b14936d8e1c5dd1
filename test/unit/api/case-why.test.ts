import { expect, test } from '@jest/globals';
import { nextOf, whyOf } from '../../../api/routes/case-why.ts';
import { CASE_STAGES } from '../../../api/schemas/states.ts';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import type { CaseRules } from '../../../domain/patient-management/case/case-rules.ts';
import { standing, withoutProtocol } from '../../../domain/patient-management/case/standing.ts';
import {
  afterRelease,
  asked,
  atHome,
  caseAfter,
  checked,
  day,
  diagnosed,
  diagnosticResult,
  died,
  doubted,
  inRetest,
  reported,
  settled,
  suspected,
  transferred,
  withClinician,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { testId } from '../../../domain/shared-kernel/id.ts';
import { rule } from '../../support/case-rules.ts';

type Words = Readonly<{ ko: string; en: string }>;
type Why = Readonly<{ says: Words; because: string | null; tracks: readonly unknown[] }>;
type Next = Readonly<{
  waitingFor: string;
  says: Words;
  movedOn: Readonly<{ endpoint: string | null }> | null;
}>;

const TASK = '01900000-0000-7000-8000-0000000000aa';
const OPEN_TEST = '01900000-0000-7000-8000-0000000000bb';

function explained(commands: readonly CaseCommand[], at = day(11), by: CaseRules | null = rule) {
  const { state } = caseAfter(...commands);
  const given = {
    id: 'C-1',
    version: 1,
    state,
    dateOfSymptomOnset: null,
    standing: by === null ? withoutProtocol(state) : standing(by, state, at),
    reporting: null,
    protocol:
      by === null ? null : { version: by.id, title: null, tracks: by.release.ways.tracks, maximumRetests: 3 },
  };
  const tasks = ['clinician-decision', 'inconclusive-result', 'identity-in-doubt'].map((kind) => ({
    taskId: TASK,
    kind,
    stage: 'open',
  }));
  const page = { tasks, tests: [{ testId: OPEN_TEST, stage: 'ordered' }] };
  return { why: whyOf(given) as Why, next: nextOf(given, page) as Next, stage: state.stage };
}

const another = { ...diagnosticResult('indeterminate', day(4)), testId: testId(OPEN_TEST) } as CaseCommand;
const UNCLEAR = [suspected(), diagnosticResult('indeterminate'), another];

/** What a case went through, what its process waits for then, and by which request somebody moves it on. */
const STAGES: readonly (readonly [string, readonly CaseCommand[], string, string | null])[] = [
  ['suspected', [suspected()], 'test-result', `/cases/C-1/tests/${OPEN_TEST}/result`],
  ['suspected', UNCLEAR, 'clinician', `/tasks/${TASK}/decision`],
  ['confirmed', [diagnosed()], 'registration', null],
  ['home-treatment', atHome, 'release-check', '/cases/C-1/symptom-reports'],
  ['symptom-check', [...atHome, asked()], 'staff', '/cases/C-1/symptom-reports'],
  ['retest', inRetest, 'retest-result', `/cases/C-1/tests/${OPEN_TEST}/result`],
  ['clinician-decision', withClinician, 'clinician', `/tasks/${TASK}/decision`],
  ['release-due', [...atHome, asked(), reported('improving'), checked()], 'release', null],
  ['in-hospital', [...atHome, transferred()], 'return-from-hospital', '/cases/C-1/return-from-hospital'],
  ['released', afterRelease, 'nothing', null],
  ['not-a-case', [suspected(), diagnosticResult('negative')], 'nothing', null],
  ['deceased', [diagnosed(), died('2026-03-10')], 'nothing', null],
  ['withdrawn', [diagnosed(), withdrawn()], 'nothing', null],
  ['home-treatment', [...atHome, doubted()], 'identity', `/tasks/${TASK}/decision`],
];

test.each(STAGES)(
  'a %s case says why, and what its process waits for',
  (stage, commands, waitingFor, moves) => {
    const { why, next, ...found } = explained(commands, day(20));
    expect(found.stage).toBe(stage);
    expect(next.waitingFor).toBe(waitingFor);
    expect(next.movedOn?.endpoint ?? null).toBe(moves === null ? null : `POST ${moves}`);
    for (const { ko, en } of [why.says, next.says]) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).not.toMatch(/[가-힣]/);
      expect(`${ko} ${en}`).not.toMatch(/undefined|null|NaN|\[object|\( *\)/);
    }
  },
);
test('results and reasons are said in words, not in codes', () => {
  const [retested, corrected, doubtful] = [
    withClinician,
    [diagnosed(), withdrawn()],
    [...atHome, doubted()],
  ].map((commands) => explained(commands, day(20)).why.says);
  expect(retested?.ko).toMatch(/재검사 \d회 \((양성|음성|미결정) /);
  expect(corrected).toEqual({
    ko: expect.stringContaining('검사 결과가 틀림'),
    en: expect.stringContaining('the result was wrong'),
  });
  expect(doubtful).toEqual({
    ko: expect.stringContaining('검체가 뒤바뀜'),
    en: expect.stringContaining('specimens were mixed up'),
  });
});
test('none of the stages is left out', () => {
  const told = new Set(STAGES.map(([stage]) => stage));
  expect(CASE_STAGES.filter((stage) => !told.has(stage))).toEqual(['recorded']); // told of in test/api
});

test('a suspicion that tests leave open is for a clinician to confirm or to rule out, a release to grant or not', () => {
  expect(explained(UNCLEAR).next.says.en).toContain(
    'Decided confirm, the case is confirmed; decided ruleOut',
  );
  expect(explained(withClinician).next.says.en).toContain('Decided release, the patient is released');
  const { why } = explained([...UNCLEAR, settled('confirm', day(5))]);
  expect(why.says.en).toMatch(/^Confirmed at 2026-03-0\d \d\d:\d\d;/);
});

test('without a protocol a case says so, and still what it waits for', () => {
  const { why, next } = explained(atHome, day(11), null);
  expect(why.says.en).toContain('No protocol is there by which its release could be judged.');
  expect(why).toMatchObject({
    protocol: null,
    toEnter: [
      {
        fact: 'protocol',
        endpoint: 'POST /protocols',
        says: { ko: expect.stringContaining('시행 중인 지침') },
      },
    ],
  });
  expect(next.waitingFor).toBe('release-check');
});
