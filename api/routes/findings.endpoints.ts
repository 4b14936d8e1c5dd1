import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { ofCase } from '../schemas/params.ts';
import {
  clinicalCourseBody,
  identityDoubtBody,
  medicalHistoryBody,
  outcomeBody,
  recordedOnsetBody,
  protocolChoiceBody,
  reclassificationBody,
} from '../schemas/patient-management.ts';

const found = { tag: 'cases', about: 'case', params: ofCase, name: 'caseId' } as const;

/** What staff find out about a case. */
export const FINDINGS: readonly Endpoint[] = [
  command(
    {
      ...found,
      path: '/cases/:id/identity-doubt',
      does: {
        ko: '검사 결과나 진단이 이 사람의 것인지 의심됨을 기록합니다.',
        en: 'Says that it is not sure whom the finding is about.',
      },
      more: {
        ko: '진단검사 담당에게 확인 과업이 생기고, 판단할 때까지 통지와 지급이 멈춥니다.',
        en: 'The testing team gets a task to look into it; notices and payments wait until it is decided.',
      },
      action: 'case:doubt',
      body: identityDoubtBody,
      example: { reason: 'person-denies' },
      problems: ['case/already-closed'],
    },
    (requests, ask) => requests.doubtIdentity(ask),
  ),
  command(
    {
      ...found,
      path: '/cases/:id/clinical-course',
      does: {
        ko: '중증도나 받은 치료를 기록합니다. 하나 이상 보냅니다.',
        en: 'Records how severe the illness is or which treatment is given. Send at least one of the two.',
      },
      action: 'case:report',
      body: clinicalCourseBody,
      example: { severity: 'severe', treatment: 'highFlowOxygen' },
      problems: ['case/already-closed', 'case/nothing-recorded'],
    },
    (requests, ask) => requests.recordClinicalCourse(ask),
  ),
  command(
    {
      ...found,
      path: '/cases/:id/medical-history',
      does: {
        ko: '예방접종일, 위험요인, 지침이 묻는 사실을 기록합니다. 하나 이상 보냅니다.',
        en: 'Records vaccinations, risk factors and the facts that the protocol asks for. Send at least one of the three.',
      },
      more: {
        ko: '보낸 접종일과 위험요인 목록은 이전 목록을 대신하고, 사실은 보낸 이름만 바뀝니다.',
        en: 'A list of vaccinations or risk factors replaces the one before; of the facts, those that are named change.',
      },
      action: 'case:report',
      body: medicalHistoryBody,
      example: { vaccinatedOn: ['2025-10-20'], riskFactors: ['immunocompromised'] },
      problems: ['case/already-closed', 'case/nothing-recorded', 'case/fact-malformed'],
    },
    (requests, ask) => requests.recordMedicalHistory(ask),
  ),
  command(
    {
      ...found,
      path: '/cases/:id/reclassification',
      does: {
        ko: '의심 사례를 추정 사례로, 또는 그 반대로 다시 분류합니다.',
        en: 'Turns a suspected case into a probable one, or back.',
      },
      action: 'case:classify',
      body: reclassificationBody,
      example: { to: 'probable', reason: 'epidemiological-link' },
      problems: ['case/already-closed', 'case/not-suspected'],
    },
    (requests, ask) => requests.reclassifyCase(ask),
  ),
  command(
    {
      ...found,
      path: '/cases/:id/protocol-choice',
      does: {
        ko: '진행 중인 사례에 선택할 수 있는 새 지침을 적용합니다.',
        en: 'Applies a newer protocol to an open case, where that protocol leaves the choice.',
      },
      more: {
        ko: '지침을 선택하라는 과업이 열려 있으면 함께 닫힙니다. 이전 지침을 유지하려면 그 과업에서 keep으로 판단합니다.',
        en: 'It closes the task that asked for the choice. To keep the older rules, decide that task with keep.',
      },
      action: 'case:turn',
      body: protocolChoiceBody,
      example: { protocol: 'kr-covid-19/2022-01-26/1', reason: 'clinical-judgement' },
      problems: ['case/already-closed', 'protocol/not-found', 'protocol/leaves-no-choice'],
    },
    (requests, ask) => requests.chooseProtocol(ask),
  ),
  command(
    {
      ...found,
      path: '/cases/:id/recorded-onset',
      does: {
        ko: '명단에서 기록된 과거 사례의 발병일을 고칩니다.',
        en: 'Corrects the day of onset of an episode that was recorded from a list.',
      },
      more: {
        ko: '이 시스템에서 관리하는 사례의 발병일은 증상 보고와 함께 입력합니다.',
        en: 'Of a case that is led here, the onset is told with the symptoms.',
      },
      action: 'case:turn',
      body: recordedOnsetBody,
      example: { dateOfSymptomOnset: '2020-02-11' },
      problems: ['case/not-recorded'],
    },
    (requests, ask) => requests.correctRecordedOnset(ask),
  ),
  command(
    {
      ...found,
      path: '/cases/:id/outcome',
      does: {
        ko: '확진 사례의 최종 경과(회복, 알 수 없음)를 기록합니다.',
        en: 'Records how a confirmed illness ended: recovered, or not known.',
      },
      more: {
        ko: '경과일은 확진일부터 오늘까지여야 합니다. 사망은 여기서 기록하지 않고 사망 신고로 합니다.',
        en: 'The day lies between the confirmation and today. A death is reported as such, not recorded here.',
      },
      action: 'case:turn',
      body: outcomeBody,
      example: { outcome: 'recovered', dateOfOutcome: '2026-11-20' },
      problems: ['case/diagnosis-unconfirmed', 'case/already-closed'],
    },
    (requests, ask) => requests.recordOutcome(ask),
  ),
];
