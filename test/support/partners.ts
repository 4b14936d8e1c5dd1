import type {
  CaseNotification,
  ConfirmedCaseRegistry,
} from '../../activities/ports/confirmed-case-registry.ts';
import type { Laboratory, TestOrder } from '../../activities/ports/laboratory.ts';
import type { CardRecord, EntryRecord } from '../../activities/ports/look-up-providers.ts';
import type { TextMessage, TextMessages } from '../../activities/ports/text-messages.ts';
import { livingSupportPaymentsInMemory, surveyFormsInMemory } from './claim-partners.ts';
import { lookUpProviderInMemory } from './look-up-partners.ts';
import { deliveriesInMemory, paymentsInMemory } from './supply-partners.ts';
import { troubles } from './trouble.ts';

/** Partners in memory: they remember by key what they did, and fail when they are told to. */
export function partners() {
  const orders = new Map<string, TestOrder>();
  const texts: TextMessage[] = [];
  const registrations = new Map<string, CaseNotification>();
  const { meet, trouble, calm } = troubles();
  const laboratory: Laboratory = {
    async order(order) {
      meet('pcr-laboratory', () => orders.set(order.key, order), order.key);
      return { laboratoryOrderId: `lab-${order.key}` };
    },
    findOrderByKey: async (key) => (orders.has(key) ? { laboratoryOrderId: `lab-${key}` } : undefined),
  };
  const sms: TextMessages = {
    async send(message) {
      meet('sms', () => texts.push(message), message.key);
      return { providerMessageId: `sms-${message.key}` };
    },
    async findByKey(key) {
      meet('sms', () => undefined, `find:${key}`);
      const sent = texts.some((text) => text.key === key);
      return sent ? { providerMessageId: `sms-${key}`, state: 'underway', code: '2000' } : undefined;
    },
  };
  const registry: ConfirmedCaseRegistry = {
    async register(notification) {
      meet('registry', () => registrations.set(notification.key, notification));
      return { registryNumber: numberOf(registrations.size) };
    },
    async findByKey(key) {
      const place = [...registrations.keys()].indexOf(key);
      return place < 0 ? undefined : { registryNumber: numberOf(place + 1) };
    },
  };
  const entryLog = lookUpProviderInMemory<EntryRecord>('entry-log', meet);
  const cardHistory = lookUpProviderInMemory<CardRecord>('card-history', meet);
  return {
    laboratory,
    texts: sms,
    registry,
    entryLog: entryLog.provider,
    cardHistory: cardHistory.provider,
    ...paymentsInMemory(meet),
    ...deliveriesInMemory(meet),
    ...livingSupportPaymentsInMemory(meet),
    ...surveyFormsInMemory(meet),
    /** What was looked up, and what the provider is to find. */
    lookUps: { 'entry-log': entryLog, 'card-history': cardHistory },
    orders: (): readonly TestOrder[] => [...orders.values()],
    sent: (): readonly TextMessage[] => texts,
    registrations: (): readonly CaseNotification[] => [...registrations.values()],
    /** From now on a partner refuses, is down, or does it and loses its answer, so many times. */
    trouble,
    calm,
  };
}

const numberOf = (place: number): string => `KR-2026-${String(place).padStart(6, '0')}`;
