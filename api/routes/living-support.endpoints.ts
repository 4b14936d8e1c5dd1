import { command, creation } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import {
  amountBody,
  claimBody,
  claimFactsBody,
  recoveryBody,
  reversalBody,
} from '../schemas/diagnostic-testing.ts';
import { noParams, ofLivingSupport } from '../schemas/params.ts';

const claim = {
  tag: 'living-support',
  about: 'living-support',
  params: ofLivingSupport,
  name: 'livingSupportId',
  action: 'living-support:handle',
  problems: ['living-support'],
} as const;

/** 생활지원: claims and their money. */
export const LIVING_SUPPORT: readonly Endpoint[] = [
  creation(
    {
      tag: 'living-support',
      action: 'living-support:handle',
      path: '/living-support',
      params: noParams,
      name: 'livingSupportId',
      at: '/living-support',
      makes: 'living-support',
      does: {
        ko: '격리된 사람의 생활지원비를 신청합니다. 심사는 격리가 끝나면 진행됩니다.',
        en: 'Claims living support for somebody’s isolation. It is assessed once the isolation is over.',
      },
      more: {
        ko: '격리 하나에 한 번만 신청합니다. 가구원 수를 비우면 등록된 가구원 수를 씁니다.',
        en: 'One claim for one isolation. Without a size of the household, as many people count as the register has in it.',
      },
      names: { isolationId: 'isolation' },
      body: claimBody,
      example: {
        isolationId: '0190a3f2-7c11-7e52-9b8a-3d1f5c2e4a60',
        householdSize: 3,
        paidLeave: false,
      },
      problems: [
        'living-support/already-applied',
        'living-support/not-notified',
        'isolation/not-found',
        'person/not-found',
      ],
    },
    (requests, ask) => requests.applyForLivingSupport(ask),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/facts',
      does: {
        ko: '심사에 필요한 사실(유급휴가, 소득, 격리된 가구원 수)을 입력합니다.',
        en: 'Enters what the claim turns on: paid leave, income, how many of the household were isolated.',
      },
      more: {
        ko: 'facts의 이름은 지침의 것을 씁니다. 지급 승인 전까지 고칠 수 있고, 고치면 다시 심사합니다.',
        en: 'facts goes by the names of the protocol. They may be corrected until the payment is approved; the claim is assessed afresh then.',
      },
      body: claimFactsBody,
      example: { facts: { paidLeave: false, isolatedPeople: 2, incomePercent: 80 }, householdSize: 3 },
    },
    (requests, ask) => requests.stateLivingSupportFacts(ask),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/amount',
      does: {
        ko: '지침으로 정할 수 없는 지급액을 직접 정합니다. 정한 사람은 그 금액을 승인할 수 없습니다.',
        en: 'Sets the amount where no rule gives it. Who sets it may not approve it.',
      },
      body: amountBody,
      example: { amountWon: 454_900, reason: 'notStatedInProtocol' },
    },
    (requests, ask) => requests.setLivingSupportAmount(ask),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/approval',
      does: {
        ko: '생활지원비 지급을 승인합니다. 승인하면 지급됩니다.',
        en: 'Approves the payment of living support. It is paid then.',
      },
      more: {
        ko: '신청한 사람과 금액을 정한 사람은 승인할 수 없습니다.',
        en: 'Neither who applied nor who set the amount may approve it.',
      },
      action: 'living-support:approve',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.approveLivingSupport(ask),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/rejection',
      does: {
        ko: '생활지원비 지급을 반려합니다. 신청이 끝납니다.',
        en: 'Rejects the payment of living support. The claim ends.',
      },
      action: 'living-support:approve',
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.reverseLivingSupport({ ...ask, reason: 'notApproved' }),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/payment-retry',
      does: {
        ko: '지급에 실패한 생활지원비를 다시 지급합니다. 먼저 계좌를 확인하세요.',
        en: 'Pays once more after a payment failed. Check the account first.',
      },
      body: nothing,
      example: {},
    },
    (requests, ask) => requests.retryLivingSupportPayment(ask),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/reversal',
      does: {
        ko: '잘못 지급된 생활지원비의 환수를 결정합니다. 지급 전이면 신청이 취소됩니다.',
        en: 'Decides that money paid by mistake is due back. Before payment, the claim is cancelled.',
      },
      more: {
        ko: 'amountDueWon을 비우면 지급액 전부를 환수합니다.',
        en: 'Without amountDueWon, all that was paid is due back.',
      },
      body: reversalBody,
      example: { reason: 'wrongAmount', amountDueWon: 120_000 },
    },
    (requests, ask) => requests.reverseLivingSupport(ask),
  ),
  command(
    {
      ...claim,
      path: '/living-support/:id/recovery',
      does: {
        ko: '환수금이 입금되었음을 거래번호와 함께 기록합니다.',
        en: 'Records money that came back, with the number of the transfer.',
      },
      body: recoveryBody,
      example: { amountWon: 120_000, reference: 'RC-20261130-0017' },
    },
    (requests, ask) => requests.recordLivingSupportRecovery(ask),
  ),
];
