import type { restClient } from '../api-client.ts';

type Rest = ReturnType<typeof restClient>;
export type OpenTask = Readonly<{
  taskId: string;
  version: number;
  kind: string;
  caseId: string | null;
  subject: Readonly<{ kind: string; id: string }> | null;
}>;
type Page = Readonly<{ version: number; stage: string; personId?: string }>;

/** 모의훈련의 담당자: does what a health office would do with each task, over REST. Answers whether it did something. */
export function staff({ call, write }: Rest) {
  const decide = async ({ taskId, version }: OpenTask, decision: string): Promise<boolean> => {
    await write(`/tasks/${taskId}/decision`, { decision }, version);
    return true;
  };
  const page = (path: string): Promise<Page> => call<Page>('GET', path);
  const tell = async (path: string, action: string, body: unknown): Promise<void> => {
    await write(`${path}${action}`, body, (await page(path)).version);
  };

  /** What each kind of task is answered with; a kind without a line here is done. */
  const ANSWERS: Readonly<Record<string, (task: OpenTask) => Promise<boolean>>> = {
    'look-up-approval': async ({ subject }) => {
      await tell(`/look-ups/${subject?.id}`, '/approval', { role: 'public-health-director' });
      return true;
    },
    'violation-review': (task) => decide(task, 'establish'),
    'living-support-approval': (task) => decide(task, 'approve'),
    'payment-failed': (task) => decide(task, 'payAgain'),
    'supplies-failed': (task) => decide(task, 'orderAgain'),
    /** A quarantine that ended because its person fell ill is not paid beside the isolation. */
    'living-support-facts': async (task) => {
      const path = `/living-support/${task.subject?.id}`;
      const { isolationId } = await call<{ isolationId: string }>('GET', path);
      const { endedBecause } = await call<{ endedBecause?: string }>('GET', `/isolations/${isolationId}`);
      await tell(path, '/facts', {
        facts: { paidLeave: false, shorterIsolationPaidInFull: endedBecause !== 'became-case' },
      });
      return decide(task, 'done');
    },
    'address-missing': async (task) => {
      const { personId } = await page(`/supplies/${task.subject?.id}`);
      const address = { district: '11110', addressLines: ['종로 1길 1'] };
      await tell(`/people/${personId}`, '/address', address);
      return true; // the process hears of it, and closes the task
    },
    'no-answer': async ({ caseId }) => {
      await tell(`/cases/${caseId}`, '/symptom-reports', { course: 'improving', feverFreeForHours: 72 });
      return true;
    },
    'visits-to-establish': async (task) => {
      type Route = Page & { visits: { visitId: string; standing: string }[] };
      const path = `/routes/${task.subject?.id}`;
      for (const { visitId, standing } of (await call<Route>('GET', path)).visits) {
        if (standing === 'undecided') await tell(path, `/visits/${visitId}/establishment`, {});
      }
      return decide(task, 'done');
    },
  };

  return {
    tell,
    decide,
    /** Everything on the lists but the kinds that wait for their day. */
    work: async (later: readonly string[]): Promise<boolean> => {
      let busy = false;
      const { items } = await call<{ items: readonly OpenTask[] }>('GET', '/tasks?limit=200');
      for (const task of items) {
        if (later.includes(task.kind)) continue;
        busy = (await attempted(() => (ANSWERS[task.kind] ?? ((one) => decide(one, 'done')))(task))) || busy;
      }
      return busy;
    },
    /** Open ones, all or of a kind. */
    tasks: async (kind?: string): Promise<readonly OpenTask[]> =>
      (await call<{ items: readonly OpenTask[] }>('GET', '/tasks?limit=200')).items.filter(
        (task) => kind === undefined || task.kind === kind,
      ),
  };
}

/** Somebody was faster: the process, or an earlier answer. */
async function attempted(act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch (error) {
    const { status } = error as { status?: number };
    if (status === 409 || status === 412) return false;
    throw error;
  }
}
