import type { Requests } from '../../activities/index.ts';
import type { Concern } from '../../activities/messages/message-concern.ts';
import type {
  DeliveryMessage,
  LaboratoryMessage,
  LivingSupportMessage,
  LookUpMessage,
  PaymentMessage,
  SmsMessage,
  SurveyMessage,
} from '../../activities/ports/webhooks.ts';

/** Who tells it, and under which command it takes effect once. */
type Told = Readonly<{ commandId: string; fingerprint: string; by: string }>;
/** Applies a message. Answers what came of it, where that is more than that it is recorded. */
export type Take<Message> = (requests: Requests, message: Message, told: Told) => Promise<string | undefined>;

/** What a message is about: staff are told of it where it cannot be applied. */
export type ConcernOf<Message> = (message: Message) => Concern;

/** The doubt first: what the result sets off must find it. */
export const takeLaboratory: Take<LaboratoryMessage> = async (requests, message, told) => {
  const { testId, result, isCorrection, identityInDoubt, specimenId, specimenCollectedAt } = message;
  if (identityInDoubt) await requests.doubtSpecimen({ testId, ...told });
  await (isCorrection
    ? requests.correctTestResult({ testId, result, reason: 'reanalysed', ...told })
    : requests.recordTestResult({ testId, result, specimenId, specimenCollectedAt, ...told }));
  return undefined;
};
export const concernOfLaboratory: ConcernOf<LaboratoryMessage> = ({ testId: id }) => ({ kind: 'test', id });

export const takeSms: Take<SmsMessage> = async (requests, message, told) => {
  if (message.kind === 'inbound') return requests.receiveAnswer({ ...message, ...told });
  await requests.recordDelivery(message);
  return 'noted';
};
export const concernOfSms: ConcernOf<SmsMessage> = (message) =>
  message.kind === 'inbound' ? { from: message.from } : { textKey: message.key };

/** Of a payment and of a parcel. */
export const concernOfOrder: ConcernOf<PaymentMessage | DeliveryMessage> = ({ suppliesId: id }) => ({
  kind: 'supplies',
  id,
});

export const takePayment: Take<PaymentMessage> = async (
  requests,
  { messageId: _id, kind, ...message },
  told,
) => {
  const { suppliesId, attempt } = message;
  if ('reason' in message) {
    await requests.recordEssentialsPaymentDecline({ suppliesId, attempt, reason: message.reason, ...told });
    return undefined;
  }
  const { reference, amountWon } = message;
  const money = { suppliesId, attempt, reference, amountWon, ...told };
  await (kind === 'paid' ? requests.recordEssentialsPayment(money) : requests.recordEssentialsRefund(money));
  return undefined;
};

export const takeDelivery: Take<DeliveryMessage> = async (requests, { messageId: _id, ...message }, told) => {
  const { kind } = message;
  await requests.recordParcelEvent({ ...message, kind, ...told });
  return kind === 'noted' ? kind : undefined;
};

export const takeLookUp: Take<LookUpMessage> = async (requests, { messageId: _id, ...message }, told) => {
  const kind = told.by === 'entry-log' ? 'entryLog' : 'cardHistory';
  await requests.recordLookUpAnswer({ ...message, kind, ...told });
  return undefined;
};
export const concernOfLookUp: ConcernOf<LookUpMessage> = ({ informationRequestId: id }) => ({
  kind: 'information-request',
  id,
});

export const takeLivingSupport: Take<LivingSupportMessage> = async (requests, message, told) => {
  const { livingSupportId } = message;
  switch (message.kind) {
    case 'paid': {
      const { amountWon, reference } = message;
      await requests.recordLivingSupportPayment({ livingSupportId, amountWon, reference, ...told });
      return undefined;
    }
    case 'recovered': {
      const { amountWon, reference } = message;
      await requests.recordLivingSupportRecovery({ livingSupportId, amountWon, reference, ...told });
      return undefined;
    }
    case 'failed': {
      const { attempt, reason } = message;
      await requests.recordLivingSupportPaymentFailure({ livingSupportId, attempt, reason, ...told });
      return undefined;
    }
  }
};
export const concernOfLivingSupport: ConcernOf<LivingSupportMessage> = ({ livingSupportId: id }) => ({
  kind: 'living-support',
  id,
});

export const takeSurvey: Take<SurveyMessage> = async (requests, message, told) => {
  const { surveyId } = message;
  await (message.kind === 'answered'
    ? requests.recordAnswers({ surveyId, answers: message.answers, channel: 'smsLink', ...told })
    : requests.refuseSurvey({ surveyId, reason: 'declined', ...told }));
  return undefined;
};
export const concernOfSurvey: ConcernOf<SurveyMessage> = ({ surveyId: id }) => ({ kind: 'survey', id });
