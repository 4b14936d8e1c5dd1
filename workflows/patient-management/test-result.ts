import type { OrderTestStep, TestOrderStanding } from '../../activities/index.ts';
import type { News } from '../../activities/ports/processes.ts';
import type { CaseProcess } from '../case-process.ts';
import { laboratory, store } from '../activity-presets.ts';
import { about, either, type Wanted } from '../news.ts';
import { told } from '../summaries.ts';
import { asksAgainWhenOverdue, ordersBeside } from './patches.ts';
import { placed } from './placed-order.ts';
import { orAskStaff } from './tasks.ts';

type Awaited = Readonly<{
  waitingFor: 'test-result' | 'retest-result';
  news: 'InfectionStatusEstablished' | 'ReleaseTestResulted';
  name: string;
  /** Of the order, as an operator reads it. */
  words: string;
  test: Pick<OrderTestStep, 'purpose' | 'sequence'>;
}>;

/**
 * Orders a test and waits for its result; a result that is late is looked for by staff, and again when they have looked
 * and none came. A test that was cancelled was not done: another takes its place. Answers the test's id.
 */
export async function resultOf(
  life: CaseProcess,
  { waitingFor, news, name, words, test }: Awaited,
): Promise<string> {
  let round = 0;
  const look = async (overdue: boolean): Promise<TestOrderStanding> => {
    const stepNow = () => ({ ...life.step(name), ...test, ...(overdue ? { overdue } : {}) });
    const order = () => told(laboratory.orderTest, words, stepNow());
    if (!ordersBeside()) return orAskStaff(life, 'laboratory-refused', name, order);
    const onRecord = await told(store.recordTestOrder, '검사 기록 · put the test on record', stepNow());
    round += 1;
    const mine = round;
    if (!onRecord.resulted) life.meanwhile(() => placed(life, { name, order, isOwed: () => mine === round }));
    return onRecord;
  };
  try {
    let standing = await look(false);
    for (let late = 0; !standing.resulted;) {
      const { testId, resultBy } = standing;
      const settling = either(about(testId, news), about(testId, 'TestCancelled'));
      let heard = await life.until({ for: waitingFor, until: resultBy, news: settling });
      if (heard === undefined) {
        late += 1;
        heard = await whenOverdue(life, late === 1 ? `${name}:overdue` : `${name}:overdue-${late}`, settling);
      }
      if (heard?.type === news) return testId;
      standing = await look(heard?.type !== 'TestCancelled');
    }
    return standing.testId;
  } finally {
    round = 0; // it came, or the case has taken another way
  }
}

/** Answers what settled it; nothing when staff have dealt with their task and it still is not there. */
async function whenOverdue(life: CaseProcess, name: string, settling: Wanted): Promise<News | undefined> {
  const step = { ...life.step(name), kind: 'result-overdue' } as const;
  const task = await told(
    store.openTask,
    '검사 결과 지연: 담당자 과업 · result overdue: task for staff',
    step,
  );
  if (task.decided && asksAgainWhenOverdue()) return undefined;
  const waits = {
    for: 'staff',
    note: '검사실에 결과를 문의하세요 · ask the laboratory for the result',
  } as const;
  const decided = about(task.taskId, 'TaskDecided');
  let heard = await life.until({ ...waits, news: either(settling, decided) });
  if (heard?.type === 'TaskDecided') {
    if (asksAgainWhenOverdue()) return undefined;
    heard = await life.until({ ...waits, news: settling });
  }
  const done = { ...life.moment(), kinds: ['result-overdue'] } as const;
  await told(store.cancelTasks, '결과 도착, 과업 종료 · result came, close the task', done);
  return heard;
}
