import { expect, test } from '@jest/globals';
import { openApiPath } from '../../../api/contract/openapi.ts';
import { ENDPOINTS } from '../../../api/endpoints.ts';
import { becauseWords } from '../../../api/why/because-words.ts';
import { toEnterOfContact } from '../../../api/why/contact-missing.ts';
import { contactNext } from '../../../api/why/contact-next.ts';
import { CONTACT_STEPS, dueTestWords } from '../../../api/why/contact-words.ts';
import { criterionWords } from '../../../api/why/criterion-words.ts';
import { isolationNext, whyIsolated } from '../../../api/why/isolation-words.ts';
import { judgeRelease } from '../../../domain/protocol/evaluation/release.ts';
import { judgeQuarantine } from '../../../domain/protocol/evaluation/quarantine.ts';
import type { Condition } from '../../../domain/protocol/language/condition.ts';
import { aContact, at, rule, seoul, SERIES, versions } from '../../support/protocols.ts';

type Words = Readonly<{ ko: string; en: string }>;
function speaks({ ko, en }: Words): void {
  expect(ko).toMatch(/[가-힣]/);
  expect(en).not.toMatch(/[가-힣]/);
  expect(`${ko} ${en}`).not.toMatch(/undefined|null|NaN|\[object/);
}
const POSTS = ENDPOINTS.filter(({ method }) => method === 'post').map(
  ({ path }) => `POST ${openApiPath(path)}`,
);
const VERSIONS = SERIES.flatMap((series) => versions(series));

const MET = {
  firstContact: '2026-11-08',
  lastContact: '2026-11-10',
  setting: 'venue',
  grade: 'close',
} as const;
const CONTACTS = [
  aContact({ exposures: [MET] }),
  aContact({ exposures: [{ ...MET, grade: 'casual' }], symptomatic: false, tests: [] }),
  aContact({
    exposures: [{ ...MET, setting: 'household' }],
    isolationStartedOn: '2026-11-10',
    vaccinations: [],
    tests: [{ collectedAt: seoul('2026-11-17 09:00'), purpose: 'quarantine', result: 'negative' }],
  }),
  aContact({ exposures: [], arrivedOn: '2026-11-10', symptomatic: false, age: 8 }),
];
const MOMENTS = ['2026-11-12 09:00', '2026-11-18 09:00', '2026-12-20 09:00'].map(at);

test('every measure for contacts says which conditions end it, with the facts', () => {
  const said = new Map<string, Words>();
  const keep = (words: Words) => said.set(words.ko, words);
  for (const version of VERSIONS)
    for (const { end } of version.rules.quarantine?.measures ?? [])
      for (const history of end === undefined ? [] : CONTACTS)
        for (const moment of MOMENTS) {
          const { tracks: stated } = end ?? { tracks: [] };
          const {
            track = null,
            tracks,
            missing,
            because,
          } = judgeRelease({ ways: { tracks: stated } }, history, moment);
          const ground = {
            rule: version.id,
            track,
            tracks,
            stated,
            missing,
            retests: 0,
            maximumRetests: null,
          };
          keep(becauseWords(because, ground));
          for (const { track: id, criteria } of tracks)
            for (const one of criteria)
              keep(
                criterionWords(
                  one,
                  stated.find((each) => each.id === id),
                ),
              );
        }
  expect(said.size).toBeGreaterThan(30);
  said.forEach(speaks);
});

test('so do its tests', () => {
  const due = VERSIONS.flatMap((version) =>
    version.rules.quarantine === undefined
      ? []
      : CONTACTS.flatMap((history) => {
          const answer = judgeQuarantine(rule(version, 'quarantine'), history, at('2026-11-12 09:00'));
          return 'undecided' in answer ? [] : answer.tests;
        }),
  );
  expect(due.length).toBeGreaterThan(0);
  due.map(dueTestWords).forEach(speaks);
  expect(
    dueTestWords({ test: 't', testType: 'rapidAntigen', from: null, until: null, state: 'due' }),
  ).toEqual({
    ko: '신속항원 검사: 지금 받아야 함.',
    en: 'Test (rapid antigen): due now.',
  });
});

/** Every fact that a condition asks for. */
const factsOf = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(factsOf);
  if ('any' in condition) return condition.any.flatMap(factsOf);
  return 'not' in condition ? factsOf(condition.not) : [condition.fact];
};

test('every fact that grades a contact or gives the measure has its words, and where it is entered', () => {
  const facts = new Set(
    VERSIONS.flatMap(({ rules }) => [
      ...(rules.contactDefinition?.grades.map(({ when }) => when) ?? []),
      ...(rules.quarantine?.measures.flatMap(({ appliesIf = [] }) => appliesIf) ?? []),
    ]).flatMap(factsOf),
  );
  expect(facts.size).toBeGreaterThan(12);
  for (const fact of facts) {
    const { says, endpoint } = toEnterOfContact(fact, '{id}', '{id}');
    speaks(says);
    expect(says.ko).not.toContain('「'); // called by its name in the document, for want of words
    if (endpoint !== null) expect(POSTS).toContain(endpoint);
  }
  expect(toEnterOfContact('age', 'C-1', 'P-1').endpoint).toBe('POST /people/P-1/values');
  expect(toEnterOfContact('own', 'C-1', 'P-1')).toMatchObject({
    says: { en: expect.stringContaining('“own”: Find it') },
  });
});

test('what a contact waits for is said, by requests that exist', () => {
  const place = { contactId: '{id}', taskId: '{id}', at: '2026-11-22T15:00:00Z' };
  for (const step of CONTACT_STEPS) {
    const { says, movedOn } = contactNext(step, place);
    speaks(says);
    expect(says.ko).toContain('2026-11-23 00:00');
    if (movedOn !== null) expect(POSTS).toContain(movedOn.endpoint);
  }
});

const STANDING = {
  kind: 'quarantine',
  district: '11110',
  beginsAt: '2026-11-20T15:00:00Z',
  endsAt: '2026-11-22T15:00:00Z',
  releaseNotified: false,
  noticeBy: '2026-11-20T03:00:00Z',
  openViolations: [1],
} as const;
const ORDER = { orderedAt: '2026-11-19T15:00:00Z', protocol: 'kr/2020-01-01/1', contactId: 'C-1' };

test.each([
  [{ stage: 'ordered' }, 'notice', '2026-11-20T03:00:00Z', 'notices'],
  [{ stage: 'served' }, 'first-day', '2026-11-20T15:00:00Z', 'end'],
  [{ stage: 'active' }, 'end', '2026-11-22T15:00:00Z', 'end'],
  [{ stage: 'active', keptFor: 'test-result' }, 'test-result', null, undefined],
  [{ stage: 'ended', endedBecause: 'became-case' }, 'nothing', null, undefined],
] as const)('an isolation %j waits for %s', (place, waitingFor, until, by) => {
  const now = { ...STANDING, ...place };
  const next = isolationNext('{id}', now);
  for (const words of [next.says, whyIsolated(now, ORDER)]) speaks(words);
  expect(next).toMatchObject({
    waitingFor,
    at: until,
    movedOn: by === undefined ? null : { endpoint: `POST /isolations/{id}/${by}` },
  });
  if (next.movedOn !== null) expect(POSTS).toContain(next.movedOn.endpoint);
});

test('a quarantine says what keeps it', () => {
  expect(whyIsolated({ ...STANDING, stage: 'active', keptFor: 'test-result' }, ORDER).ko).toBe(
    '자가격리 명령: 2026-11-20 00:00. 2026-11-23 00:00에 끝납니다 (kr/2020-01-01/1). 기간의 근거는 GET /contacts/C-1의 why에 있습니다. 증상이나 검사로 환자인지가 정해지지 않아, 결과가 나올 때까지 기간이 지나도 유지됩니다. 판단하지 않은 위반 신고가 1건 있습니다.',
  );
});
