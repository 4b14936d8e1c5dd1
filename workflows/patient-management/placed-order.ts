import { CancellationScope } from '@temporalio/workflow';
import type { CaseProcess } from '../case-process.ts';
import { store } from '../activity-presets.ts';
import { wasRefusedByPartner } from '../failures.ts';
import { told } from '../summaries.ts';

type Order = Readonly<{
  name: string;
  order: () => Promise<unknown>;
  /** The case still waits for the result of this order. */
  isOwed: () => boolean;
}>;

/**
 * A test's order, beside the wait for its result: a laboratory that is down or refuses hides no turn of events. Ends when it
 * has the order or is owed none. The step itself is never cut off: its next attempt finds what it is owed, and closes its intent.
 */
export async function placed(life: CaseProcess, { name, order, isOwed }: Order): Promise<void> {
  for (let refusals = 1; isOwed(); refusals += 1) {
    try {
      await CancellationScope.nonCancellable(order);
      return;
    } catch (error) {
      if (!wasRefusedByPartner(error)) throw error;
      await mended(life, `${name}:refused-${refusals}`, isOwed);
    }
  }
}

/** Ends when staff have mended what the laboratory refused, or when it is owed no order any more. */
async function mended(life: CaseProcess, name: string, isOwed: () => boolean): Promise<void> {
  const kind = 'laboratory-refused' as const;
  while (isOwed()) {
    const before = life.heardOf('TaskDecided');
    const task = { ...life.step(`${name}:task`), kind };
    const { decided } = await told(store.openTask, `담당자 과업 생성 · task for staff: ${kind}`, task);
    if (decided) return;
    await life.once(() => !isOwed() || life.heardOf('TaskDecided') > before);
  }
  const done = { ...life.moment(), kinds: [kind] };
  await told(store.cancelTasks, '검사 불필요, 과업 종료 · no order is owed, close the task', done);
}
