import { reachOf } from '../access/staff.ts';
import { command, creation, reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import { caseShown } from '../schemas/cases-shown.ts';
import { ofCase, ofTestOfCase } from '../schemas/params.ts';
import {
  deathBody,
  openCaseBody,
  symptomReportBody,
  testResultBody,
  withdrawalBody,
} from '../schemas/requests.ts';
import { caseView } from './case-view.ts';

const aCase = { tag: 'cases', about: 'case', params: ofCase, name: 'caseId', problems: ['case'] } as const;

/** Cases: open, read, list, and everything that is told about one. */
export const CASES: readonly Endpoint[] = [
  creation(
    {
      path: '/cases',
      load: 'intake',
      tag: 'cases',
      does: {
        ko: '의심 또는 확진을 신고합니다. 이후 절차는 스스로 진행됩니다.',
        en: 'Reports a suspicion or a diagnosis. From there its process runs by itself.',
      },
      more: {
        ko: '의심(suspicion)이면 검사가 저절로 의뢰됩니다. 검체번호(specimenId)는 이미 있을 때만 적습니다. 확진(diagnosis)이면 바로 격리와 재택치료가 시작됩니다. 검사, 동선, 격리, 물품의 식별자는 `GET /cases/{id}`에 있습니다. 이미 등록된 사람은 `/people/searches`로 찾아 person에 personId만 보냅니다. 인적사항을 보내도 관할 안에 이미 등록된 바로 그 사람(이름·생년월일·연락처가 모두 같고 성별이 어긋나지 않거나, registryNumber(확진자 번호)가 그 사람의 것이고 이름이나 생년월일이 어긋나지 않는 사람)이면 새로 등록하지 않고 그 사람의 사례로 엽니다. 누구의 사례인지는 답의 personId에 있습니다. 같은 사람일 수 있으면 새로 등록하고 담당자에게 과업(person-alike)을 둡니다.',
        en: 'A suspicion has its test ordered by itself; send specimenId only where there is a specimen already. A diagnosis begins isolation and home treatment at once. The ids of tests, route, isolation and supplies stand in `GET /cases/{id}`. Find somebody who is registered with `/people/searches`, and send personId alone as person. Sent with their details all the same, somebody who is registered in your districts and certainly the same (name, birth date and telephone, where the sex does not differ; or the registryNumber of a case of theirs, where name and birth date do not) is not registered anew, and the case is theirs: personId in the answer says whose. Where they may be the same, they are registered, and a person is asked (task person-alike).',
      },
      action: 'case:open',
      districtOf: ({ body }) => body.district,
      names: { 'person.personId': 'person', contactId: 'contact' },
      body: openCaseBody,
      example: {
        kind: 'diagnosis',
        person: {
          name: '홍길동',
          birthDate: '1980-01-02',
          sex: 'male',
          phone: '010-1234-5678',
          language: 'ko',
        },
        district: '11110',
        symptomatic: true,
        dateOfSymptomOnset: '2026-11-20',
      },
      name: 'caseId',
      at: '/cases',
      makes: 'case',
      problems: ['case', 'person'],
    },
    (requests, ask, { staff }) => requests.openCase({ ...ask, within: reachOf(staff, 'case:open') }),
  ),
  reading(
    {
      ...aCase,
      path: '/cases/:id',
      does: {
        ko: '사례가 왜 이 단계에 있고, 다음은 무엇이며 언제인지 봅니다.',
        en: 'Where a case stands and why, what comes next and when, and all that has happened.',
      },
      more: {
        ko: 'why에는 판정한 지침 버전과 요건마다 사실과 충족 여부가, toEnter에는 모르는 사실을 입력하는 곳이 있습니다. next에는 무엇을 언제까지 기다리고 누가 진행할 수 있는지가 있습니다. 코드 옆의 says는 같은 내용의 한국어와 영어 문장입니다. links의 process는 Temporal Web의 절차 화면입니다. 다른 관할의 접촉자는 등록된 사실만 보이고 stage는 null입니다.',
        en: 'Under why stand the version of the protocol that judged, and each condition with its facts; under toEnter, where a fact that nobody knows is entered. Under next: what is waited for, until when, and who may move it on. Beside the codes, says tells the same in Korean and English. Under links, process is the process in Temporal Web. Of contacts of other districts only that they were named is told; their stage is null.',
      },
      action: 'case:read',
      shows: caseShown,
    },
    async ({ requests, casePage, processUrl }, { params: { caseId }, staff }) => {
      const [explained, page] = await Promise.all([
        requests.explainCase(caseId),
        casePage(caseId, reachOf(staff, 'case:read')),
      ]);
      return { version: explained.version, body: caseView(explained, page, processUrl) };
    },
  ),
  command(
    {
      ...aCase,
      path: '/cases/:id/symptom-reports',
      load: 'intake',
      does: { ko: '환자의 증상을 기록합니다.', en: 'Records how the patient is.' },
      more: {
        ko: '격리해제 기준은 이 답으로 판정됩니다. course는 symptomFree, improving, notImproved 중 하나입니다.',
        en: 'The criteria for release are judged by it.',
      },
      action: 'case:report',
      body: symptomReportBody,
      example: { course: 'improving', feverFreeForHours: 72 },
      problems: ['case', 'symptoms'],
    },
    (requests, ask) => requests.reportSymptoms(ask),
  ),
  command(
    {
      ...aCase,
      path: '/cases/:id/tests/:testId/result',
      load: 'intake',
      params: ofTestOfCase,
      names: { testId: 'test' },
      name: 'testId',
      does: {
        ko: '검사 결과를 입력합니다. If-Match는 검사의 버전입니다.',
        en: 'Enters the result of a test. If-Match is the version of the test.',
      },
      action: 'test:handle',
      body: testResultBody,
      example: { result: 'negative', specimenCollectionDate: '2026-11-21T09:00:00+09:00' },
      problems: ['case', 'test'],
    },
    (requests, { specimenCollectionDate, ...ask }) =>
      requests.recordTestResult({ ...ask, specimenCollectedAt: specimenCollectionDate }),
  ),
  command(
    {
      ...aCase,
      path: '/cases/:id/death',
      load: 'intake',
      does: {
        ko: '사망을 기록합니다. 예정된 연락과 기한이 모두 멈춥니다.',
        en: 'Records a death. Every message and time limit that was planned stops.',
      },
      action: 'case:turn',
      body: deathBody,
      example: { dateOfDeath: '2026-11-21' },
    },
    (requests, ask) => requests.reportDeath(ask),
  ),
  command(
    {
      ...aCase,
      path: '/cases/:id/transfer-to-hospital',
      does: { ko: '병원으로 이송합니다.', en: 'Transfers the patient to a hospital.' },
      action: 'case:turn',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.transferToHospital(ask),
  ),
  command(
    {
      ...aCase,
      path: '/cases/:id/return-from-hospital',
      does: { ko: '퇴원하여 재택치료로 돌아옵니다.', en: 'The patient is back from hospital, at home.' },
      action: 'case:turn',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.returnFromHospital(ask),
  ),
  command(
    {
      ...aCase,
      path: '/cases/:id/withdrawal',
      does: {
        ko: '확진을 취소합니다. 격리와 연락이 끝납니다.',
        en: 'Withdraws a diagnosis. Isolation and messages end.',
      },
      action: 'case:turn',
      body: withdrawalBody,
      example: { reason: 'wrong-result' },
    },
    (requests, ask) => requests.withdrawDiagnosis(ask),
  ),
];
