import type { Step, TestOrderStanding } from '../../activities/index.ts';
import type { CaseProcess } from '../case-process.ts';
import { store } from '../activity-presets.ts';
import { about } from '../news.ts';
import { told } from '../summaries.ts';
import { orAskStaff } from './tasks.ts';

type Awaited = Readonly<{
  waitingFor: 'test-result' | 'retest-result';
  news: 'InfectionStatusEstablished' | 'ReleaseTestResulted';
  name: string;
  order: (step: Step) => Promise<TestOrderStanding>;
}>;

/** Orders a test and waits for its result; a result that is late is looked for by staff. Answers the test's id. */
export async function resultOf(
  life: CaseProcess,
  { waitingFor, news, name, order }: Awaited,
): Promise<string> {
  const { testId, resultBy, resulted } = await orAskStaff(life, 'laboratory-refused', name, () =>
    order(life.step(name)),
  );
  if (resulted) return testId;
  const result = about(testId, news);
  if ((await life.until({ for: waitingFor, until: resultBy, news: result })) !== undefined) return testId;
  const task = { ...life.step(`${name}:overdue`), kind: 'result-overdue' } as const;
  await told(store.openTask, '검사 결과 지연: 담당자 과업 · result overdue: task for staff', task);
  await life.until({
    for: 'staff',
    news: result,
    note: '검사실에 결과를 문의하세요 · ask the laboratory for the result',
  });
  const done = { ...life.moment(), kinds: ['result-overdue'] } as const;
  await told(store.cancelTasks, '결과 도착, 과업 종료 · result came, close the task', done);
  return testId;
}
