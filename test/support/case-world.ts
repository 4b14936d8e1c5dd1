import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { PROCESS_CODE_PATIENCE } from '../../activities/adapters/temporal/patience.ts';
import { pgAccessRecords } from '../../activities/adapters/postgres/access-records.pg.ts';
import { startRelay, type Relay } from '../../activities/adapters/postgres/outbox-relay.ts';
import { atTheEdge } from '../../activities/adapters/temporal/activity-edge.ts';
import { temporalAnnouncer } from '../../activities/adapters/temporal/announcer.ts';
import { simulatedWorld } from '../../activities/adapters/temporal/simulated-world.ts';
import { configuration } from '../../activities/configuration.ts';
import { connect } from '../../activities/connect.ts';
import { requests, storeActivities, type Uses } from '../../activities/index.ts';
import { partnerQueues } from '../../activities/partner-queues.ts';
import { reactionsTo } from '../../activities/policies.ts';
import { caseProcessId, BULK_QUEUE, PROCESS_QUEUE } from '../../activities/ports/processes.ts';
import { advance } from '../../activities/simulation/advance.ts';
import type { OpenCaseInput } from '../../activities/patient-management/open-case.ts';
import type { Decision } from '../../domain/worklist/task.ts';
import { casePage } from '../../api/read-models/case-page.ts';
import { ensureNamespace } from '../../tools/launcher/temporal.ts';
import { isAnnounced } from './announced.ts';
import { testEnvironment } from './environment.ts';
import { bulkStepsOn } from './ordering.ts';
import { partners } from './partners.ts';
import { processEnd } from './process-end.ts';
import { servers, testDatabase } from './servers.ts';

export const CANARY = { name: '카나리아홍', phone: '010-7314-1592', district: '11110' };

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** A whole case engine in one process: real database, real Temporal server, time skipping; partners in memory. */
export async function caseWorld(settings: Readonly<{ protocolAsOf?: string }> = {}) {
  const { temporalAddress, bundle } = servers();
  const database = await testDatabase();
  const namespace = `test-${randomUUID()}`;
  await ensureNamespace(temporalAddress, namespace);
  const others = partners();
  const { pool } = database;
  let silent = false;
  const report = (key: string): Promise<void> =>
    ask.recordDelivery({ key, providerMessageId: `sms-${key}`, delivered: true, code: '4000' });
  const accessRecords = pgAccessRecords(pool, { anchored: () => undefined, failed: console.error });
  const configured = configuration(
    testEnvironment(
      { databaseUrl: database.url, namespace },
      {
        SIMULATION_MODE: 'true',
        PROTOCOL_AS_OF: settings.protocolAsOf ?? '2020-06-25',
        PARTNER_TIMEOUT_MILLISECONDS: '500',
        PARTNER_SETTLES_WITHIN_MILLISECONDS: '0',
      },
    ),
  );
  const uses: Uses = {
    ...connect(configured, pool, { accessRecords }),
    supplyPrices: { rice: 20_000, mask: 1_000, gloves: 1_901, 'SOLD-OUT-ramen': 2_000 },
    maximumVisitsPerRoute: 100,
    laboratory: others.laboratory,
    texts: {
      ...others.texts,
      /** The gateway reports what it has delivered a moment later, unless it is silent. */
      async send(message) {
        try {
          return await others.texts.send(message);
        } finally {
          const sent = (await others.texts.findByKey(message.key)) !== undefined;
          if (sent && !silent) setTimeout(() => void report(message.key).catch(() => undefined), 20);
        }
      },
    },
    ...{ registry: others.registry, payments: others.payments, deliveries: others.deliveries },
    ...{ entryLog: others.entryLog, cardHistory: others.cardHistory, surveyForms: others.surveyForms },
    livingSupportPayments: others.livingSupportPayments,
  };
  const ask = requests(uses);
  const client = new Client({
    connection: await Connection.connect({ address: temporalAddress }),
    namespace,
  });
  const native = await NativeConnection.connect({ address: temporalAddress });
  const edge = <Set extends Parameters<typeof atTheEdge>[0]>(set: Set): Set =>
    atTheEdge(set, () => undefined);
  const worker = (taskQueue: string, activities: Parameters<typeof atTheEdge>[0]) =>
    Worker.create({ connection: native, namespace, taskQueue, activities: edge(activities) });
  const startWorkers = () =>
    Promise.all([
      Worker.create({
        connection: native,
        namespace,
        taskQueue: PROCESS_QUEUE,
        workflowBundle: { codePath: bundle },
        ...PROCESS_CODE_PATIENCE,
        activities: edge(storeActivities(uses)),
      }),
      ...partnerQueues(uses).map(({ queue, activities }) => worker(queue, activities)),
      worker(BULK_QUEUE, bulkStepsOn(uses, pool)),
    ]);
  let workers = await startWorkers();
  let running = workers.map((one) => one.run());
  const announcer = temporalAnnouncer(client);
  const relayOn = (): Relay =>
    startRelay({
      databaseUrl: database.url,
      announcer,
      reactionsTo,
      onTrouble: () => undefined,
      pollMilliseconds: 200,
    });
  let relay = relayOn();
  const world = simulatedWorld(client, pool);
  const move = advance(world);
  const page = casePage(pool);
  const request = (key: string = randomUUID()) => ({
    commandId: `test:${key}`,
    fingerprint: key,
    by: 'officer',
  });

  const open = async (
    kind: 'diagnosis' | 'suspicion',
    more: Partial<OpenCaseInput> = {},
  ): Promise<string> => {
    const receipt = await ask.openCase({
      ...request(),
      kind,
      person: { ...CANARY, birthDate: '1980-02-29', sex: 'female', language: 'ko' },
      disease: 'covid-19',
      district: CANARY.district,
      symptomatic: true,
      ...more,
    });
    return receipt.id;
  };
  const until = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    const begun = performance.now();
    while (!(await holds())) {
      if (performance.now() - begun > 40_000) throw new Error(`waited 40 s in vain: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const processEnded = processEnd(client);
  const explained = (caseId: string) => ask.explainCase(caseId);
  const days = async (count: number) =>
    move(new Date(Date.parse(await world.now()) + count * 86_400_000).toISOString());

  return {
    ask,
    uses,
    database,
    client,
    namespace,
    partners: others,
    request,
    open,
    days,
    move,
    explained,
    announcer,
    /** From now on the SMS gateway reports nothing, or reports again. */
    gatewayIs: (how: 'silent' | 'reporting'): void => {
      silent = how === 'silent';
    },
    until,
    /** No piece of news is under way to a process: one that is ended now is not begun again by an old one. */
    announced: (...ids: readonly string[]) => until('everything announced', () => isAnnounced(pool, ...ids)),
    atStage: (caseId: string, stage: string) =>
      until(`stage ${stage}`, async () => (await explained(caseId)).state.stage === stage),
    report: async (caseId: string, course: 'symptomFree' | 'improving' | 'notImproved') =>
      ask.reportSymptoms({
        ...request(),
        caseId,
        course,
        ...(course === 'notImproved' ? {} : { feverFreeForHours: 72 }),
      }),
    answer: (text: string, from: string = CANARY.phone) =>
      ask.receiveAnswer({ commandId: `sms:${randomUUID()}`, fingerprint: '', from, text }),
    /** The laboratory answers its newest order. */
    result: async (result: 'positive' | 'negative' | 'indeterminate', key: string = randomUUID()) => {
      const order = others.orders().at(-1);
      if (order === undefined) throw new Error('nothing was ordered');
      return ask.recordTestResult({ ...request(key), by: 'pcr-laboratory', testId: order.testId, result });
    },
    ordered: (count: number) => until(`${count} orders`, async () => others.orders().length >= count),
    told: (part: string) =>
      until(`message ${part}`, async () => others.sent().some(({ key }) => key.includes(part))),
    tasks: async (caseId: string) =>
      (await page(caseId, [''])).tasks as readonly { kind: string; stage: string; taskId: string }[],
    task: async (caseId: string, kind: string): Promise<string> => {
      let found: string | undefined;
      await until(`task ${kind}`, async () => {
        const { tasks } = await page(caseId, ['']);
        found = tasks.find((task) => task['kind'] === kind && task['stage'] === 'open')?.['taskId'] as string;
        return found !== undefined;
      });
      return found ?? '';
    },
    decide: (taskId: string, decision: Decision) => ask.decideTask({ ...request(), taskId, decision }),
    /** What is stored of a call to a partner. */
    effect: async (key: string): Promise<object> => {
      const { rows } = await pool.query<object>('select status, code from effect where key = $1', [key]);
      return rows[0] ?? {};
    },
    events: async (caseId: string) => (await page(caseId, [''])).history.map(({ type }) => type),
    /** The case's process has come to its end, and that of its isolation. */
    ended: async (caseId: string): Promise<void> => {
      await processEnded(caseProcessId(caseId));
      const isolation = await uses.lookups.isolationOfCase(caseId);
      if (isolation !== undefined) await processEnded(`isolation/${isolation}`);
    },
    processEnded,
    /** Of any process, by its id: `case/…`, `isolation/…`. */
    history: (process: string) => client.workflow.getHandle(process).fetchHistory(),
    /** No worker, no relay: the domain goes on alone. */
    sleep: async () => {
      await relay.stop();
      for (const one of workers) one.shutdown();
      await Promise.all(running);
    },
    wake: async () => {
      workers = await startWorkers();
      running = workers.map((one) => one.run());
      relay = relayOn();
    },
    close: async () => {
      await relay.stop();
      for (const one of workers) if (one.getState() === 'RUNNING') one.shutdown();
      await Promise.all(running);
      await native.close();
      await client.connection.close();
      await accessRecords.close();
      await database.close();
    },
  };
}

export type CaseWorld = Awaited<ReturnType<typeof caseWorld>>;
