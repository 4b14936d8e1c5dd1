import type { Requests } from '../../activities/index.ts';
import type {
  DeliveryMessage,
  LivingSupportMessage,
  LookUpMessage,
  PaymentMessage,
  SurveyMessage,
} from '../../activities/ports/webhooks.ts';

/** Who tells it, and under which command it takes effect once. */
export type Told = Readonly<{ commandId: string; fingerprint: string; by: string }>;
type Take<Message> = (requests: Requests, message: Message, told: Told) => Promise<unknown>;

export const takePayment: Take<PaymentMessage> = (requests, { messageId: _id, kind, ...message }, told) => {
  const { suppliesId, attempt } = message;
  if ('reason' in message) {
    return requests.recordEssentialsPaymentDecline({ suppliesId, attempt, reason: message.reason, ...told });
  }
  const { reference, amountWon } = message;
  const money = { suppliesId, attempt, reference, amountWon, ...told };
  return kind === 'paid' ? requests.recordEssentialsPayment(money) : requests.recordEssentialsRefund(money);
};

export const takeDelivery: Take<DeliveryMessage> = async (requests, message, told) => {
  const { suppliesId, attempt } = message;
  const order = { suppliesId, attempt, ...told };
  switch (message.kind) {
    case 'ordered':
      return requests.completeEssentialsOrder({ ...order, reference: message.reference });
    case 'shipped':
      return requests.recordEssentialsShipment({ ...order, tracking: message.tracking });
    case 'delivered':
      return requests.recordEssentialsDelivery(order);
    case 'failed':
      return requests.reportEssentialsFailure({ ...order, reason: message.reason });
    case 'noted':
      return undefined; // between two steps: nobody waits for it
  }
};

export const takeLookUp: Take<LookUpMessage> = (requests, message, told) => {
  const { informationRequestId, recordCount, resultReference } = message;
  return recordCount === 0
    ? requests.recordNoFinding({ informationRequestId, ...told })
    : requests.recordLookUpResult({ informationRequestId, recordCount, resultReference, ...told });
};

export const takeLivingSupport: Take<LivingSupportMessage> = (requests, message, told) => {
  const { livingSupportId } = message;
  switch (message.kind) {
    case 'paid': {
      const { amountWon, reference } = message;
      return requests.recordLivingSupportPayment({ livingSupportId, amountWon, reference, ...told });
    }
    case 'recovered': {
      const { amountWon, reference } = message;
      return requests.recordLivingSupportRecovery({ livingSupportId, amountWon, reference, ...told });
    }
    case 'failed': {
      const { attempt, reason } = message;
      return requests.recordLivingSupportPaymentFailure({ livingSupportId, attempt, reason, ...told });
    }
  }
};

export const takeSurvey: Take<SurveyMessage> = (requests, message, told) => {
  const { surveyId } = message;
  return message.kind === 'answered'
    ? requests.recordAnswers({ surveyId, answers: message.answers, channel: 'smsLink', ...told })
    : requests.refuseSurvey({ surveyId, reason: 'declined', ...told });
};
