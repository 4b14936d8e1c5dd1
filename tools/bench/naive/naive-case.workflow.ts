/**
 * The shape that we measure ourselves against, and do not use: one long workflow, every database write and every call a
 * remote activity of its own, every fact from outside a signal, every wait a timer.
 */
import { condition, defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { NaiveActivities } from './naive-activities.ts';

const act = proxyActivities<NaiveActivities>({ startToCloseTimeout: '15s' });
const DAY = 86_400_000;
type Of = Parameters<typeof act.call>[0]['of'];

/** `joined`: intent, call and result of an effect are one activity, for a peer that is harder to beat. */
export async function naiveCase(caseId: string, joined: boolean): Promise<void> {
  const facts = { notified: false, essentials: false, delivered: false, reported: false };
  for (const fact of Object.keys(facts) as (keyof typeof facts)[])
    setHandler(defineSignal(fact), () => {
      facts[fact] = true;
    });
  const now = (): string => new Date().toISOString();
  const step = (name: string) => ({ caseId, at: now(), commandId: `case:${caseId}:${name}` });
  const effect = async (of: Of, id: string): Promise<string> => {
    const call = { of, caseId, id };
    if (joined) return act.effect(call);
    await act.intend(call);
    const reference = await act.call(call);
    await act.settle({ ...call, reference });
    return reference;
  };

  const treatment = async (): Promise<void> => {
    await act.startHomeTreatment(step('start'));
    await act.beginInvestigation(step('begin-investigation'));
    await act.assignTier(step('tier'));
    const plan = await act.planReleaseCheck(step('plan'));
    await sleep(Math.max(1, Date.parse(plan.dueAt) - Date.now()));
    await act.checkReleaseCriteria(step('check'));
    const { answerBy } = await act.recordQuestion({ ...step('question'), attempt: 1 });
    await effect('symptomQuestion', caseId);
    await condition(() => facts.reported, Date.parse(answerBy) - Date.now());
    await act.checkReleaseCriteria(step('check'));
  };

  const supplies = async (isolationId: string): Promise<void> => {
    const id = await act.openSupplies({ id: isolationId, ...step('supplies') });
    const about = () => ({ id, ...step('supplies') });
    await effect('essentialsQuestion', id);
    await condition(() => facts.essentials, DAY);
    await act.orderMissingEssentials(about());
    await act.recordPayment({ ...about(), reference: await effect('payment', id) });
    await act.recordOrderTaken({ ...about(), reference: await effect('parcel', id) });
    await act.recordShipment({ ...about(), reference: await act.findParcel(about()) });
    await condition(() => facts.delivered, DAY);
  };

  await act.caseStanding(step('standing'));
  const isolationId = await act.orderIsolationOf(step('order-isolation'));
  const registryNumber = await effect('registration', caseId);
  await act.recordRegistration({ ...step('registration'), registryNumber });
  const isolation = () => ({ id: isolationId, ...step('isolation') });
  await effect('isolationNotice', isolationId);
  await condition(() => facts.notified, DAY / 2);
  await act.applyForLivingSupportOf(isolation());
  await Promise.all([treatment(), supplies(isolationId)]);
  await act.releaseFromIsolation(step('release'));
  await act.cancelTasks(step('tasks'));
  await act.endIsolation({ ...step('end'), because: 'released' });
  await effect('releaseNotice', isolationId);
  await act.recordReleaseNotice(isolation());
}
