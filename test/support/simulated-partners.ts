import { randomUUID } from 'node:crypto';
import { cardHistory } from '../../activities/adapters/card-history/card-history.ts';
import { parcelDelivery } from '../../activities/adapters/delivery/parcel-delivery.ts';
import { entryLog } from '../../activities/adapters/entry-log/entry-log.ts';
import type { PartnerOptions } from '../../activities/adapters/http/call-partner.ts';
import { livingSupportPayments } from '../../activities/adapters/living-support/living-support-payments.ts';
import { tossPayments } from '../../activities/adapters/payment/toss-payments.ts';
import { pcrLaboratory } from '../../activities/adapters/pcr-laboratory/pcr-laboratory.ts';
import { confirmedCaseRegistry } from '../../activities/adapters/registry/confirmed-case-registry.ts';
import { solapiTextMessages } from '../../activities/adapters/sms/solapi-text-messages.ts';
import { surveyForms } from '../../activities/adapters/survey/survey-forms.ts';
import { freePorts } from '../../tools/launcher/ports.ts';
import { SIMULATORS, type SimulatorName } from '../../tools/launcher/simulators.ts';
import { receiver, simulatorProcess } from './simulator-process.ts';

export const SECRET = 'the-secret-of-this-test';
/** Long: machines are busy. What is to time out brings its own. */
const TIMEOUT = 10_000;
const ADAPTERS = {
  'pcr-laboratory': pcrLaboratory,
  registry: confirmedCaseRegistry,
  sms: (options: PartnerOptions) =>
    solapiTextMessages({ ...options, apiSecret: 'secret', sender: '021200000' }),
  payment: tossPayments,
  delivery: parcelDelivery,
  'entry-log': entryLog,
  'card-history': cardHistory,
  'living-support': livingSupportPayments,
  survey: surveyForms,
};
type Adapters = typeof ADAPTERS;
type Simulator = Awaited<ReturnType<typeof simulatorProcess>>;

/** Simulators as processes of their own, the adapters that talk to them, and a receiver of what they send. */
export async function simulatedPartners(names: readonly SimulatorName[] = SIMULATORS) {
  const hooks = await receiver();
  const environment = {
    API_KEY: 'key',
    API_SECRET: 'secret',
    WEBHOOK_URL: hooks.url,
    WEBHOOK_SECRET: SECRET,
    RESULT_DELAY_MS: '10',
    EVENT_DELAY_MS: '10',
  };
  const ports = await freePorts(names.length);
  const started = await Promise.all(
    names.map(
      async (name, place) => [name, await simulatorProcess(name, environment, ports[place])] as const,
    ),
  );
  const all = new Map<SimulatorName, Simulator>(started);
  const simulator = (name: SimulatorName): Simulator => {
    const found = all.get(name);
    if (found === undefined) throw new Error(`${name} was not started`);
    return found;
  };
  return {
    hooks,
    simulator,
    adapter: <Name extends SimulatorName>(
      name: Name,
      more: Partial<PartnerOptions> = {},
    ): ReturnType<Adapters[Name]> =>
      ADAPTERS[name]({
        baseUrl: simulator(name).baseUrl,
        apiKey: 'key',
        timeoutMilliseconds: TIMEOUT,
        ...more,
      }) as ReturnType<Adapters[Name]>,
    /** How often an effect was really done. */
    executed: async (name: SimulatorName, key: string): Promise<number> =>
      (await simulator(name).ledger()).find((entry) => entry.key === key)?.executed ?? 0,
    close: async () => {
      await Promise.all([...all.values()].map(({ stop }) => stop()));
      await hooks.close();
    },
  };
}
export type SimulatedPartners = Awaited<ReturnType<typeof simulatedPartners>>;

const person = { name: '홍길동', birthDate: '1980-01-02' };
const phone = '+821012345678';

/** Something to ask of each partner, under a new key. */
export const orders = {
  'pcr-laboratory': (specimenId = 'S-POS') =>
    ({
      key: `test:${randomUUID()}:order`,
      testId: randomUUID(),
      purpose: 'diagnostic',
      specimenId,
      orderedAt: '2026-03-01T00:00:00Z',
    }) as const,
  registry: (name = person.name) =>
    ({
      key: `case:${randomUUID()}:register`,
      caseId: randomUUID(),
      confirmedAt: '2026-03-01T00:00:00Z',
      districtCode: '11110',
      person: { ...person, name, sex: 'male', phone },
    }) as const,
  sms: (to = phone) => ({ key: `case:${randomUUID()}:notice`, to, text: '[보건소] 안내' }),
  payment: (won = 52_000) => {
    const suppliesId = randomUUID();
    return { key: `supplies:${suppliesId}:pay:1`, suppliesId, attempt: 1, won };
  },
  delivery: (code = 'RICE', to = phone, attempt = 1) => {
    const suppliesId = randomUUID();
    return {
      key: `supplies:${suppliesId}:ship:${attempt}`,
      suppliesId,
      attempt,
      items: [
        { code: 'MASK', quantity: 10 },
        { code, quantity: 1 },
      ],
      to: { name: person.name, phone: to, addressLines: ['서울특별시 종로구 1234'] },
    };
  },
  'look-up': (name = person.name) => {
    const informationRequestId = randomUUID();
    return {
      key: `informationRequest:${informationRequestId}:submit`,
      informationRequestId,
      legalBasis: 'idcpa-76-2',
      approvalReference: 'approval-1',
      from: '2026-02-20',
      to: '2026-03-01',
      person: { ...person, name, phone },
    };
  },
  'living-support': (name = person.name, won = 474_600) => {
    const livingSupportId = randomUUID();
    return {
      key: `livingSupport:${livingSupportId}:pay:1`,
      livingSupportId,
      attempt: 1,
      won,
      to: { ...person, name },
    };
  },
  survey: (questionnaire = 'basic-route') => {
    const surveyId = randomUUID();
    return {
      key: `survey:${surveyId}:form`,
      surveyId,
      questionnaire,
      questionnaireVersion: 1,
      language: 'ko',
      answerBy: '2026-03-03T00:00:00Z',
    } as const;
  },
};
