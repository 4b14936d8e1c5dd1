import { ISOLATION_GIVEN } from '../access/given-to.ts';
import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import {
  checkBody,
  noticeBody,
  officerBody,
  rescheduleBody,
  violationBody,
  violationWithdrawalBody,
} from '../schemas/isolation-management.ts';
import { ofIsolation, ofViolation } from '../schemas/params.ts';

const isolation = { tag: 'isolation', about: 'isolation', name: 'isolationId' } as const;
const order = { ...isolation, params: ofIsolation, action: 'isolation:handle' } as const;
const violation = { ...isolation, params: ofViolation, action: 'isolation:handle' } as const;

/** 격리 관리: what staff tell of an isolation or a quarantine. */
export const ISOLATIONS: readonly Endpoint[] = [
  command(
    {
      ...order,
      path: '/isolations/:id/checks',
      does: {
        ko: '격리 장소에 있는지 확인한 결과를 기록합니다.',
        en: 'Records whether a call or a visit found the person in isolation.',
      },
      more: {
        ko: '방문했는데 없으면(notFound) 위반이 신고되고 담당자가 확인합니다. 입원 중이면 신고되지 않습니다.',
        en: 'A visit that finds nobody (notFound) reports a violation for an officer to verify, unless the person is in hospital.',
      },
      body: checkBody,
      example: { outcome: 'inIsolation' },
      problems: ['isolation/already-ended', 'isolation/not-in-force'],
    },
    (requests, ask) => requests.checkIsolation(ask),
  ),
  command(
    {
      ...order,
      path: '/isolations/:id/notices',
      does: {
        ko: '격리 통지를 전달했음을 기록합니다. 통지해야 격리가 시행됩니다.',
        en: 'Records that the person was told of the order, which is not in force before.',
      },
      body: noticeBody,
      example: { channel: 'paper' },
      problems: ['isolation/already-ended'],
    },
    (requests, ask) => requests.recordIsolationNotice(ask),
  ),
  command(
    {
      ...order,
      path: '/isolations/:id/end',
      does: {
        ko: '종료 시각을 사유와 함께 늦추거나 앞당깁니다.',
        en: 'Extends or shortens an isolation, with the reason.',
      },
      more: {
        ko: 'protocol에는 새 종료 시각의 근거인 지침 버전을 적습니다. 격리해제 기준으로 끝나는 격리는 옮길 수 없습니다.',
        en: 'Name in protocol the version that gives the new end. An order that the release criteria end has none to move.',
      },
      body: rescheduleBody,
      example: {
        endsAt: '2026-12-01T12:00:00+09:00',
        reason: 'new-exposure',
        protocol: 'kr-covid-19/2020-06-25/1',
      },
      problems: [
        'isolation/already-ended',
        'isolation/end-decided-by-criteria',
        'isolation/protocol-malformed',
      ],
    },
    (requests, ask) => requests.rescheduleIsolation(ask),
  ),
  command(
    {
      ...order,
      path: '/isolations/:id/officer',
      does: {
        ko: '전담공무원을 지정하거나 바꿉니다.',
        en: 'Names the officer who looks after the person, or another one.',
      },
      more: {
        ko: '이 관할에서 격리를 관리하는 계정이어야 합니다.',
        en: 'An account that looks after isolations in this district.',
      },
      givenTo: ISOLATION_GIVEN,
      body: officerBody,
      example: { officer: 'isolation-officer-11110' },
      problems: ['isolation/already-ended'],
    },
    (requests, ask) => requests.assignOfficer(ask),
  ),
  command(
    {
      ...order,
      path: '/isolations/:id/work-ban',
      does: { ko: '업무 종사를 제한합니다.', en: 'Bans the person from going to work.' },
      body: nothing,
      example: {},
      problems: ['isolation/already-ended'],
    },
    (requests, ask) => requests.imposeWorkBan(ask),
  ),
  command(
    {
      ...order,
      path: '/isolations/:id/work-ban/lifting',
      does: { ko: '업무 종사 제한을 풉니다.', en: 'Lifts the ban from going to work.' },
      body: nothing,
      example: {},
      problems: ['isolation/already-ended'],
    },
    (requests, ask) => requests.liftWorkBan(ask),
  ),
  command(
    {
      ...order,
      path: '/isolations/:id/violations',
      does: {
        ko: '격리 위반을 신고합니다. 담당자가 확인하기 전에는 신고일 뿐입니다.',
        en: 'Reports that the isolation was broken. Until an officer verifies it, it is a report and no more.',
      },
      more: {
        ko: 'occurredAt이 없으면 지금 일어난 일로 봅니다. 격리가 시행 중이던 시각이어야 하며, 끝난 뒤에도 신고할 수 있습니다.',
        en: 'Without occurredAt it happened now. The order must have been in force then; it may have ended since.',
      },
      action: 'isolation:report-violation',
      body: violationBody,
      example: { source: 'report' },
      problems: ['isolation/not-in-force'],
    },
    (requests, ask) => requests.reportViolation(ask),
  ),
  command(
    {
      ...violation,
      path: '/isolations/:id/violations/:sequence/establishment',
      does: {
        ko: '신고된 위반을 사실로 확인합니다. 생활지원 자격에 영향을 줍니다.',
        en: 'Establishes a reported violation. It bears on the claim to living support.',
      },
      body: nothing,
      example: {},
      problems: ['isolation/violation-not-reported', 'isolation/violation-withdrawn'],
    },
    (requests, ask) => requests.establishViolation(ask),
  ),
  command(
    {
      ...violation,
      path: '/isolations/:id/violations/:sequence/withdrawal',
      does: {
        ko: '신고되었거나 확인된 위반을 사유와 함께 철회합니다.',
        en: 'Withdraws a reported or established violation, with the reason.',
      },
      body: violationWithdrawalBody,
      example: { reason: 'false-alarm' },
      problems: ['isolation/violation-not-reported', 'isolation/violation-withdrawn'],
    },
    (requests, ask) => requests.withdrawViolation(ask),
  ),
];
