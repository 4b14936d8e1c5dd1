import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { essentialsBody, suppliesCancellationBody } from '../schemas/isolation-management.ts';
import { ofSupplies } from '../schemas/params.ts';

const supplies = {
  tag: 'isolation',
  about: 'supplies',
  params: ofSupplies,
  name: 'suppliesId',
  action: 'supplies:handle',
} as const;

/** 격리 물품: what somebody in isolation lacks, and what is not sent after all. */
export const SUPPLIES: readonly Endpoint[] = [
  command(
    {
      ...supplies,
      path: '/supplies/:id/check',
      does: {
        ko: '부족한 필수품을 기록합니다. 부족한 것이 없으면 빈 목록을 보냅니다.',
        en: 'Records which essentials are missing. If nothing is, send an empty list.',
      },
      more: {
        ko: '첫 주문 전까지 다시 확인할 수 있습니다. 필요 목록에 있는 물품만, 그 수량까지 적습니다.',
        en: 'It can be done again until the first order. Only items of the list of needs, up to their number.',
      },
      body: essentialsBody,
      example: {
        missing: [
          { code: 'rice', quantity: 1 },
          { code: 'ramen', quantity: 1 },
        ],
      },
      problems: [
        'supplies/already-closed',
        'supplies/already-ordered',
        'supplies/item-not-needed',
        'supplies/essentials-malformed',
      ],
    },
    (requests, ask) => requests.checkEssentials(ask),
  ),
  command(
    {
      ...supplies,
      path: '/supplies/:id/cancellation',
      does: {
        ko: '격리 물품 지원을 취소합니다. 결제한 금액은 환불받습니다.',
        en: 'Cancels the supplies. What was paid is claimed back.',
      },
      body: suppliesCancellationBody,
      example: { because: 'not-wanted' },
      problems: ['supplies/already-closed', 'supplies/already-shipped'],
    },
    (requests, ask) => requests.cancelSupplies(ask),
  ),
];
