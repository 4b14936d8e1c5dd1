import { partnerReference } from '../../domain/isolation-management/supplies/partner-reference.ts';
import type { OrderFailure } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { suppliesCommand, type AttemptAsked } from './supplies-command.ts';

/** 주문 완료됨: the supplier has taken the order under that number. */
export const completeEssentialsOrder = suppliesCommand<AttemptAsked & Readonly<{ reference: string }>>(
  (input, by) => ({
    type: 'CompleteOrder',
    attempt: input.attempt,
    reference: partnerReference(input.reference),
    ...by,
  }),
);

export const recordEssentialsShipment = suppliesCommand<AttemptAsked & Readonly<{ tracking: string }>>(
  (input, by) => ({
    type: 'RecordShipment',
    attempt: input.attempt,
    tracking: partnerReference(input.tracking),
    ...by,
  }),
);

/** 필수품 전달 */
export const recordEssentialsDelivery = suppliesCommand<AttemptAsked>((input, by) => ({
  type: 'RecordDelivery',
  attempt: input.attempt,
  ...by,
}));

export type EssentialsFailure = AttemptAsked &
  Readonly<{ reason: OrderFailure; soldOut?: readonly string[] | undefined }>;

export const reportEssentialsFailure = suppliesCommand<EssentialsFailure>((input, by) => ({
  type: 'ReportFailure',
  attempt: input.attempt,
  reason: input.reason,
  ...(input.soldOut === undefined ? {} : { soldOut: input.soldOut }),
  ...by,
}));
