import { ExternalSystemRefused, ExternalSystemUnavailable } from '../../activities/ports/external-system.ts';
import type {
  CaseNotification,
  ConfirmedCaseRegistry,
} from '../../activities/ports/confirmed-case-registry.ts';
import type { Laboratory, TestOrder } from '../../activities/ports/laboratory.ts';
import type { TextMessage, TextMessages } from '../../activities/ports/text-messages.ts';

/** Partners in memory: they remember by key what they did, and fail when they are told to. */
export function partners() {
  const orders = new Map<string, TestOrder>();
  const texts: TextMessage[] = [];
  const registrations = new Map<string, CaseNotification>();
  const trouble: { system: string; how: 'refuse' | 'down' | 'answer-lost'; times: number }[] = [];

  const meet = (system: string, act: () => void): void => {
    const met = trouble.find((one) => one.system === system && one.times > 0);
    if (met === undefined) return act();
    met.times -= 1;
    if (met.how === 'refuse') throw new ExternalSystemRefused(system, 'http-422');
    if (met.how === 'answer-lost') act();
    throw new ExternalSystemUnavailable(system, 'http-503');
  };
  const laboratory: Laboratory = {
    async order(order) {
      meet('pcr-laboratory', () => orders.set(order.key, order));
      return { laboratoryOrderId: `lab-${order.key}` };
    },
  };
  const sms: TextMessages = {
    async send(message) {
      meet('sms', () => texts.push(message));
      return { providerMessageId: `sms-${message.key}` };
    },
    async findByKey(key) {
      return texts.some((text) => text.key === key) ? { providerMessageId: `sms-${key}` } : undefined;
    },
  };
  const registry: ConfirmedCaseRegistry = {
    async register(notification) {
      meet('registry', () => registrations.set(notification.key, notification));
      return { registryNumber: `KR-2026-${String(registrations.size).padStart(6, '0')}` };
    },
  };
  return {
    laboratory,
    texts: sms,
    registry,
    orders: (): readonly TestOrder[] => [...orders.values()],
    sent: (): readonly TextMessage[] => texts,
    registrations: (): readonly CaseNotification[] => [...registrations.values()],
    /** From now on a partner refuses, is down, or does it and loses its answer, so many times. */
    trouble: (
      system: 'pcr-laboratory' | 'sms' | 'registry',
      how: 'refuse' | 'down' | 'answer-lost',
      times = 1,
    ): void => {
      trouble.push({ system, how, times });
    },
  };
}
