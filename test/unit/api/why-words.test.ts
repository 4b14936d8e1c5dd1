import { expect, test } from '@jest/globals';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import { openApiPath } from '../../../api/contract/openapi.ts';
import { becauseWords, BECAUSES } from '../../../api/why/because-words.ts';
import { conditionWords } from '../../../api/why/condition-words.ts';
import { CRITERION_NAMES, criterionWords, metFrom } from '../../../api/why/criterion-words.ts';
import { toEnterOfCase } from '../../../api/why/case-missing.ts';
import { WAITINGS, waitingWords } from '../../../api/why/waiting-words.ts';
import type { History } from '../../../domain/protocol/evaluation/history.schema.ts';
import { judgeRelease } from '../../../domain/protocol/evaluation/release.ts';
import type { Condition } from '../../../domain/protocol/language/condition.ts';
import type { ReleaseTrack } from '../../../domain/protocol/language/release.schema.ts';
import type { ProtocolVersion } from '../../../domain/protocol/protocol-version.ts';
import {
  aCase,
  aContact,
  at,
  better,
  feverish,
  rule,
  seoul,
  SERIES,
  symptomFree,
  versions,
  type Told,
} from '../../support/protocols.ts';

const MOMENT = /\d{4}-\d\d-\d\d \d\d:\d\d/;
const HANGUL = /[가-힣]/;
const RAW = /undefined|null|NaN|\[object|\{id\}/;

type Words = Readonly<{ ko: string; en: string }>;
function speaks({ ko, en }: Words): void {
  expect(ko).toMatch(HANGUL);
  expect(en).not.toMatch(HANGUL);
  expect(`${ko} ${en}`).not.toMatch(RAW);
}

const negative = (text: string) =>
  ({ collectedAt: seoul(text), purpose: 'release', result: 'negative' }) as const;
const ILL: Told = {
  symptomatic: true,
  dateOfSymptomOnset: '2026-11-01',
  confirmedAt: seoul('2026-11-02 10:00'),
  reports: [],
  tests: [],
  severities: [],
  treatments: [],
  stays: [],
  vaccinations: [],
};
const { dateOfSymptomOnset: _onset, ...WITHOUT_ONSET } = ILL;
/** Patients of every kind: nothing known, ill, better, feverish, tested, vaccinated, in hospital. */
const PATIENTS = [
  aCase({}),
  aCase({ ...ILL }),
  aCase({ ...ILL, reports: [better('2026-11-11 09:00')] }),
  aCase({ ...ILL, reports: [feverish('2026-11-11 09:00')] }),
  aCase({
    ...ILL,
    reports: [{ at: seoul('2026-11-11 09:00'), course: 'notImproved', temperatureCelsius: 36.5 }],
  }),
  aCase({ ...ILL, reports: [symptomFree('2026-11-11 09:00')], tests: [negative('2026-11-10 09:00')] }),
  aCase({
    ...ILL,
    tests: [negative('2026-11-08 09:00'), negative('2026-11-10 09:00')],
    reports: [better('2026-11-11 09:00')],
  }),
  aCase({
    ...WITHOUT_ONSET,
    symptomatic: false,

    reports: [symptomFree('2026-11-11 09:00')],
  }),
  aCase({ ...ILL, vaccinations: [{ on: '2026-08-01' }, { on: '2026-09-01' }, { on: '2026-10-01' }] }),
  aCase({ ...ILL, severities: [{ at: seoul('2026-11-05 09:00'), severity: 'critical' }] }),
  aCase({ ...ILL, confirmedAt: seoul('2023-05-30 10:00') }),
  aCase({ ...ILL, stays: [{ from: seoul('2026-11-05 09:00') }] }),
];
const MOMENTS = ['2026-11-04 09:00', '2026-11-11 12:00', '2026-12-20 12:00'].map(at);

const everyVersion: readonly ProtocolVersion[] = SERIES.flatMap((series) => versions(series));
const verdicts = everyVersion.flatMap((version) => {
  if (version.rules.caseRelease === undefined) return [];
  const release = rule(version, 'caseRelease');
  const maximumRetests = version.rules.releaseCheck?.maximumRetests;
  const rounds = maximumRetests === undefined ? {} : { maximumRetests };
  return PATIENTS.flatMap((history) =>
    [0, 3].flatMap((retests) =>
      MOMENTS.map((moment) => ({
        version,
        stated: release.tracks as readonly ReleaseTrack[],
        retests,
        maximumRetests: maximumRetests ?? null,
        verdict: judgeRelease({ ways: release, ...rounds }, { ...history, retests }, moment),
      })),
    ),
  );
});

test('every criterion of every protocol that comes with the program says what is wanted and what is so', () => {
  const seen = new Set<string>();
  const said = new Map<string, Words>();
  for (const { stated, verdict } of verdicts)
    for (const { track, criteria } of verdict.tracks)
      for (const one of criteria) {
        const words = criterionWords(
          one,
          stated.find(({ id }) => id === track),
        );
        seen.add(`${one.criterion} ${one.met}`);
        said.set(`${words.ko} ${words.en}`, words);
        const numbers = Object.values(one.facts).filter((value) => typeof value === 'number');
        const unsaid = numbers.filter(
          (value) => ![words.ko, words.en].every((text) => text.includes(String(value))),
        );
        if (unsaid.length > 0 || (metFrom(one) !== null && !MOMENT.test(words.ko))) throw new Error(words.en);
      }
  said.forEach(speaks);
  expect(said.size).toBeGreaterThan(50);
  for (const name of CRITERION_NAMES.filter((one) => one !== 'symptomFreeHours'))
    // which no shipped version asks for
    expect([...seen]).toEqual(expect.arrayContaining([`${name} met`]));
});

test('and every verdict why, with the rule, its track and what is still wanting', () => {
  const seen = new Set<string>();
  const said = new Map<string, Words>();
  for (const { version, stated, verdict, ...rounds } of verdicts) {
    const { track = null, tracks, missing, because } = verdict;
    const words = becauseWords(because, { rule: version.id, track, tracks, stated, missing, ...rounds });
    seen.add(because);
    said.set(`${words.ko} ${words.en}`, words);
    const title = stated.find(({ id }) => id === track)?.title;
    const wanted = (language: 'ko' | 'en') => [version.id, title?.[language] ?? ''];
    const isWhole = (['ko', 'en'] as const).every(
      (language) =>
        wanted(language).every((one) => words[language].includes(one)) &&
        (because !== 'period-running' || MOMENT.test(words[language])),
    );
    if (!isWhole) throw new Error(words.en);
  }
  said.forEach(speaks);
  expect([...seen].sort()).toEqual(BECAUSES.filter((one) => !Object.hasOwn(ELSEWHERE, one)).toSorted());
});

/** What no version that comes with the program comes to, but somebody's own may. */
const ELSEWHERE: Readonly<Record<string, Readonly<{ track: object; of: History; says: Words }>>> = {
  symptoms: {
    track: {
      kind: 'test',
      symptomFreeHours: 48,
      negatives: { count: 1, minGapHours: 24, indeterminate: 'ignored' },
    },
    of: aCase({ ...ILL, reports: [better('2026-11-11 09:00')] }),
    says: {
      ko: '증상이 남아 있어 기준 「나의 기준」의 요건을 충족하지 못합니다(own/1). 증상 소실: 48시간 동안 증상이 없어야 합니다. 마지막 보고에 증상이 있습니다.',
      en: 'Symptoms that “My own” does not allow are still there (own/1). No symptoms: for 48 hours. The latest report tells of symptoms.',
    },
  },
  'no-track-applies': {
    track: { kind: 'time', appliesIf: { fact: 'symptomatic', is: false }, course: 'symptomFree' },
    of: aCase({ ...ILL }),
    says: {
      ko: '이 환자에게 맞는 격리해제 기준이 없어 사람이 결정합니다(own/1: 나의 기준).',
      en: 'None of the ways out is meant for this patient, so a person decides (own/1: My own).',
    },
  },
  'tested-positive': {
    track: { kind: 'time', course: 'symptomFree' },
    of: aContact({ tests: [{ collectedAt: seoul('2026-11-10 09:00'), result: 'positive' }] }),
    says: {
      ko: '양성이 나와 접촉자로 판정할 수 없습니다. 확진자로 전환합니다(own/1).',
      en: 'A test was positive: not judged as a contact any more, but as a case (own/1).',
    },
  },
};
test.each(Object.entries(ELSEWHERE))('so is %s', (because, { track, of, says }) => {
  const stated = [{ id: 'own', title: { ko: '나의 기준', en: 'My own' }, ...track } as ReleaseTrack];
  const verdict = judgeRelease({ ways: { tracks: stated } }, of, at('2026-11-11 12:00'));
  const { track: deciding = null, tracks, missing } = verdict;
  const ground = {
    rule: 'own/1',
    track: deciding,
    tracks,
    stated,
    missing,
    retests: 0,
    maximumRetests: null,
  };
  expect(verdict.because).toBe(because);
  expect(becauseWords(verdict.because, ground)).toEqual(says);
});

test('what nobody knows is said with what to do about it, and where', () => {
  const paths = ENDPOINTS.filter(({ method }) => method === 'post').map(({ path }) => openApiPath(path));
  const asked = new Set(verdicts.flatMap(({ verdict }) => verdict.missing));
  expect(asked.size).toBeGreaterThan(3);
  for (const fact of [...asked, 'protocol', 'severity', 'homeIsSuitable', 'riskFactors']) {
    const { says, endpoint } = toEnterOfCase(fact, '{id}');
    speaks({ ko: says.ko, en: says.en });
    if (endpoint !== null) expect(paths).toContain(endpoint.replace('POST ', ''));
  }
  expect(toEnterOfCase('temperature', 'C-1').endpoint).toBe('POST /cases/C-1/symptom-reports');
  expect(toEnterOfCase('age', 'C-1').endpoint).toBeNull();
});

test('what a process waits for is said with the moment, and with who may move it on by a request that exists', () => {
  const paths = ENDPOINTS.filter(({ method }) => method === 'post').map(({ path }) => openApiPath(path));
  const place = { caseId: '{id}', testId: '{testId}', taskId: '{id}', at: '2026-11-22T15:00:00Z' };
  for (const waitingFor of WAITINGS) {
    const { says, movedOn } = waitingWords(waitingFor, place);
    speaks(says);
    if (movedOn === null) continue;
    expect(movedOn.by.length).toBeGreaterThan(0);
    expect(paths).toContain(movedOn.endpoint?.replace('POST ', ''));
  }
  const { says } = waitingWords('release-check', place);
  expect(says.ko).toContain('2026-11-23 00:00');
  expect(says.ko).toContain('환자관리 담당자');
  expect(waitingWords('clinician', { caseId: 'C-1', at: null }).movedOn?.endpoint).toBeNull();
});

test('a condition names each fact that it asks for, and what that is now', () => {
  const condition: Condition = {
    any: [
      { fact: 'doses', atLeast: 3, asOf: 'lastContact' },
      {
        all: [
          { fact: 'symptomatic', is: false },
          { fact: 'severity', in: ['mild', 'moderate'] },
        ],
      },
      { not: { fact: 'ownFact', is: true } },
    ],
  };
  const facts = { doses: 2, symptomatic: true, severity: null, ownFact: false };
  expect(conditionWords(condition, facts)).toEqual({
    ko: '최종접촉일 기준 예방접종 횟수 3회 이상(현재: 2회), 또는 [증상이 없음(현재: 증상이 있음), 그리고 중증도 경증, 중등증 중 하나(현재: 모름)], 또는 다음에 해당하지 않음: [「ownFact」 예(현재: 아니요)]',
    en: 'doses of vaccine: at least 3 on the day of last contact (now: 2), or [has had no symptoms (now: has had symptoms), and severity: one of mild, moderate (now: not known)], or not: [“ownFact”: yes (now: no)]',
  });
});
