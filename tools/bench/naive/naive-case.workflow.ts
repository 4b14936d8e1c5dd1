/**
 * The shape that we measure ourselves against, and do not use: every database write is a remote activity of its own,
 * an effect is three of them, and every step has a timer.
 */
import { condition, defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import type { NaiveActivities } from './naive-activities.ts';

const act = proxyActivities<NaiveActivities>({ startToCloseTimeout: '15s' });
export const reported = defineSignal('reported');

export async function naiveCase(caseId: string): Promise<void> {
  let answered = false;
  setHandler(reported, () => {
    answered = true;
  });
  const step = (name: string) => ({
    caseId,
    at: new Date().toISOString(),
    commandId: `case:${caseId}:${name}`,
  });
  const effect = async (
    name: string,
    call: (input: ReturnType<typeof step>) => Promise<string>,
    system: 'sms' | 'registry',
  ) => {
    await act.intend({ ...step(name), system });
    const reference = await call(step(name));
    await act.settle({ key: step(name).commandId, reference });
    return reference;
  };

  await act.caseStanding(step('standing'));
  await act.orderIsolation(step('order-isolation'));
  const registryNumber = await effect('registration', act.callRegistry, 'registry');
  await act.recordRegistration({ ...step('registration'), registryNumber });
  await effect('isolation-notice', act.callSms, 'sms');
  await act.recordNotice(step('isolation-notice'));
  await act.startHomeTreatment(step('start'));
  const plan = await act.planReleaseCheck(step('plan'));
  await sleep(Math.max(1, Date.parse(plan.dueAt) - Date.now()));
  await act.checkReleaseCriteria(step('check'));
  const { answerBy } = await act.recordQuestion({ ...step('question'), attempt: 1 });
  await effect('question', act.callSms, 'sms');
  await condition(() => answered, Date.parse(answerBy) - Date.now());
  await act.checkReleaseCriteria(step('check'));
  await act.releaseFromIsolation(step('release'));
  await act.cancelTasks(step('tasks'));
  await act.endIsolation({ ...step('end'), because: 'released' });
  await effect('release-notice', act.callSms, 'sms');
  await act.recordReleaseNotice(step('release-notice'));
}
