import type { Configuration } from '../configuration.ts';
import type { Uses } from '../uses.ts';
import { cardHistory } from './card-history/card-history.ts';
import { entryLog } from './entry-log/entry-log.ts';
import type { CircuitState } from './http/circuit-breaker.ts';
import type { PartnerOptions } from './http/call-partner.ts';
import { circuits, type Circuits } from './http/circuits.ts';
import { livingSupportPayments } from './living-support/living-support-payments.ts';
import { parcelDelivery } from './delivery/parcel-delivery.ts';
import { tossPayments } from './payment/toss-payments.ts';
import { pcrLaboratory } from './pcr-laboratory/pcr-laboratory.ts';
import { confirmedCaseRegistry } from './registry/confirmed-case-registry.ts';
import { solapiTextMessages } from './sms/solapi-text-messages.ts';
import { surveyForms } from './survey/survey-forms.ts';

type Partners = Pick<
  Uses,
  | 'laboratory'
  | 'texts'
  | 'registry'
  | 'payments'
  | 'deliveries'
  | 'entryLog'
  | 'cardHistory'
  | 'livingSupportPayments'
  | 'surveyForms'
>;

/** Each system's circuit, as configured. */
export const partnerCircuits = (
  configured: Configuration,
  onChange: (system: string, state: CircuitState) => void,
): Circuits =>
  circuits({
    opensAfter: configured.CIRCUIT_OPENS_AFTER,
    pauseMilliseconds: configured.CIRCUIT_PAUSE_MILLISECONDS,
    now: () => performance.now(),
    onChange,
  });

/** The nine systems around us, each behind its port and its own circuit. */
export function partnerAdapters(configured: Configuration, bySystem: Circuits): Partners {
  const options = (system: string, baseUrl: string, apiKey: string): PartnerOptions => ({
    baseUrl,
    apiKey,
    timeoutMilliseconds: configured.PARTNER_TIMEOUT_MILLISECONDS,
    circuit: bySystem.of(system),
  });
  const { PCR_LABORATORY_URL, PCR_LABORATORY_API_KEY, REGISTRY_URL, REGISTRY_API_KEY } = configured;
  return {
    laboratory: pcrLaboratory(options('pcr-laboratory', PCR_LABORATORY_URL, PCR_LABORATORY_API_KEY)),
    texts: solapiTextMessages({
      ...options('sms', configured.SMS_URL, configured.SMS_API_KEY),
      apiSecret: configured.SMS_API_SECRET,
      sender: configured.SMS_SENDER,
    }),
    registry: confirmedCaseRegistry(options('registry', REGISTRY_URL, REGISTRY_API_KEY)),
    payments: tossPayments(options('payment', configured.PAYMENT_URL, configured.PAYMENT_API_KEY)),
    deliveries: parcelDelivery(options('delivery', configured.DELIVERY_URL, configured.DELIVERY_API_KEY)),
    entryLog: entryLog(options('entry-log', configured.ENTRY_LOG_URL, configured.ENTRY_LOG_API_KEY)),
    cardHistory: cardHistory(
      options('card-history', configured.CARD_HISTORY_URL, configured.CARD_HISTORY_API_KEY),
    ),
    livingSupportPayments: livingSupportPayments(
      options('living-support', configured.LIVING_SUPPORT_URL, configured.LIVING_SUPPORT_API_KEY),
    ),
    surveyForms: surveyForms(options('survey', configured.SURVEY_URL, configured.SURVEY_API_KEY)),
  };
}
