import { describe, expect, test } from '@jest/globals';
import { apiWorld, key } from '../support/api-world.ts';
import { forThisFile } from '../support/for-this-file.ts';
import { OFFICER } from '../support/tokens.ts';

type Words = Readonly<{ ko: string; en: string }>;
type Criterion = Readonly<{ criterion: string; met: string; until: string | null; says: Words }>;
type Track = Readonly<{ track: string; title: Words; criteria: readonly Criterion[] }>;
type Page = Readonly<{
  why: Readonly<{
    rule: string;
    says: Words;
    protocol: Readonly<{ link: string }>;
    tracks: readonly Track[];
  }>;
  next: Readonly<{ at: string; says: Words }>;
}>;
type Entry = Readonly<{ type: string }>;

const world = forThisFile(apiWorld);

describe('reading', () => {
  test('a case says where it stands, why, what is next and when, and its history; times are Seoul’s', async () => {
    const { caseId, personId } = await world.opened();
    const at = new Date().toISOString();
    await world.steps.startHomeTreatment({ caseId, at });
    await world.steps.planReleaseCheck({ caseId, at });
    const { body, headers } = await world.call('GET', `/cases/${caseId}`);
    expect(headers.get('etag')).toBe(`"${body['version']}"`);
    expect(body).toMatchObject({
      stage: 'home-treatment',
      personId,
      why: {
        rule: 'kr-covid-19/2020-06-25/1',
        countedFrom: 'confirmed',
        because: 'period-running',
        tracks: expect.arrayContaining([
          expect.objectContaining({ track: 'symptomatic-time', applies: 'met', met: false }),
        ]),
        protocol: {
          version: 'kr-covid-19/2020-06-25/1',
          title: { ko: '지침 9판', en: '9th edition' },
          link: '/protocols/kr-covid-19/2020-06-25/1',
        },
        missing: [],
        toEnter: [],
      },
      next: {
        waitingFor: 'release-check',
        at: expect.stringMatching(/T00:00:00\+09:00$/),
        movedOn: { endpoint: `POST /cases/${caseId}/symptom-reports` },
        tasks: [],
      },
      links: { process: `http://web/case/${caseId}`, protocol: '/protocols/kr-covid-19/2020-06-25/1' },
    });
    expect(body['history'].map(({ type }) => type)).toEqual([
      'CaseOpened',
      'SymptomsOccurred',
      'InfectionConfirmed',
      'HomeTreatmentStarted',
      'ReleaseCheckPlanned',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/홍길동|1234-?5678/);
  });
  test('and says so in Korean and English, with the facts of each condition and until when', async () => {
    const { caseId } = await world.opened();
    const at = new Date().toISOString();
    await world.steps.startHomeTreatment({ caseId, at });
    await world.steps.planReleaseCheck({ caseId, at });
    const { why, next } = (await world.call('GET', `/cases/${caseId}`)).body as unknown as Page;
    const until = next.at.slice(0, 16).replace('T', ' ');
    expect(why.says.ko).toMatch(
      /^기준 「유증상: 임상경과」의 기간이 아직 지나지 않았습니다\(kr-covid-19\/2020-06-25\/1\)\. 기간: 확진일\(/,
    );
    expect(why.says.ko).toContain(`${until}에 끝납니다.`);
    expect(why.says.en).toContain(`It ends at ${until}.`);
    expect(next.says.ko).toContain(`${until}에 격리해제 기준을 다시 판정합니다.`);
    expect(next.says.en).toContain('Who may move it on: patient-management staff');
    const track = why.tracks.find((one) => one.track === 'symptomatic-time');
    expect(track?.title).toEqual({ ko: '유증상: 임상경과', en: 'With symptoms: by time' });
    expect(track?.criteria.map(({ criterion, met, until: end }) => [criterion, met, end])).toEqual([
      ['appliesIf', 'met', null],
      ['minimum', 'notMet', next.at],
      ['feverFreeHours', 'unknown', null],
      ['course', 'unknown', null],
    ]);
    expect(track?.criteria[0]?.says.ko).toBe('적용 대상: 증상이 있음(현재: 증상이 있음). 해당합니다.');
    const named = await world.call('GET', why.protocol.link);
    expect(named.body).toMatchObject({ version: why.rule });
  });
  test('with every event in words, by whom, why, and under which rule', async () => {
    const { caseId, version } = await world.opened();
    const at = new Date().toISOString();
    await world.call(
      'POST',
      `/cases/${caseId}/identity-doubt`,
      { reason: 'person-denies' },
      {
        ...key(),
        'if-match': `"${version}"`,
      },
    );
    await world.steps.startHomeTreatment({ caseId, at });
    await world.steps.planReleaseCheck({ caseId, at });
    const { body } = await world.call('GET', `/cases/${caseId}`);
    const told = (type: string) => (body.history as readonly Entry[]).find((one) => one.type === type);
    expect(told('IdentityDoubted')).toMatchObject({
      says: { ko: '신원 의심', en: 'identity in doubt' },
      by: OFFICER.id,
      reason: 'person-denies',
      rule: null,
    });
    expect(told('ReleaseCheckPlanned')).toMatchObject({ reason: null, rule: 'kr-covid-19/2020-06-25/1' });
    expect(body).toMatchObject({
      next: { waitingFor: 'identity' },
      why: { says: { ko: expect.stringContaining('누구의 사례인지 의심되어(본인이 아니라고 함)') } },
      links: { identityProcess: `http://web/identity/${caseId}` },
    });
  });
  test('lists by stage come in pages', async () => {
    for (let count = 0; count < 3; count += 1) await world.opened();
    const first = await world.call('GET', '/cases?stage=confirmed&limit=2');
    expect(first.body['items']).toHaveLength(2);
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await world.call('GET', link);
    const ids = (page: typeof first) => page.body.items.map(({ caseId }) => caseId);
    expect(ids(second).length).toBeGreaterThan(0);
    expect(ids(first)).not.toEqual(expect.arrayContaining(ids(second)));
  });
  test('every problem has a page', async () => {
    const { body } = await world.call('GET', '/problems');
    for (const { code } of body['items'])
      expect((await world.call('GET', `/problems/${code}`)).body['code']).toBe(code);
    expect((await world.call('GET', '/problems/constructor/name')).status).toBe(404);
  });
});
