import { patched, setCurrentDetails } from '@temporalio/workflow';
import type { RunMoment, Stretch } from '../../activities/bulk-work/bulk-uses.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import type { BulkKind } from '../../domain/bulk-work/bulk-run.kinds.ts';
import { bulk } from '../activity-presets.ts';
import { reasonToPark } from '../failures.ts';
import { anyOf, letterBox } from '../news.ts';
import { told } from '../summaries.ts';
import { inSeoul } from '../words.ts';

const resumed = anyOf('BulkRunResumed');
const decided = anyOf('TaskDecided');

type Step<Went extends Stretch = Stretch> = Parameters<typeof told<RunMoment, Went>>[0];
type Settling = Stretch & Readonly<{ open: number }>;

/** Bulk work as a process: a few long steps, each of which may be paused and begins again where it stood. */
export function bulkProcess(kind: BulkKind, { id, news, seen }: ProcessInput) {
  const box = letterBox(seen ?? {}, news);
  let runId = '';
  const moment = (): RunMoment => ({ runId, at: box.clock.now() });

  const pause = async (what: string): Promise<void> => {
    setCurrentDetails(`**일시 중지 · paused**: ${what}`);
    const hearsOfItsTask = patched('bulk/task-of-the-run');
    const looksAfterwards = patched('bulk/looks-once-it-goes-on');
    for (;;) {
      // What comes while the task is looked at has it looked at once more: it is to be off the list.
      const goesOn = looksAfterwards && box.take(resumed) !== undefined;
      if (hearsOfItsTask)
        await told(bulk.letGoOn, '과업이 처리되었는지 확인 · is its task settled', moment());
      if (goesOn || (!looksAfterwards && box.take(resumed) !== undefined)) return;
      await box.wait(() => box.has(resumed) || (hearsOfItsTask && box.has(decided)), undefined, '');
      if (hearsOfItsTask) box.take(decided);
    }
  };

  /** Until the step says that it is done. A pause ends when somebody lets the run go on. */
  const through = async <Went extends Stretch>(what: string, step: Step<Went>): Promise<Went> => {
    for (;;) {
      setCurrentDetails(`**${what}**`);
      try {
        const went = await told(step, what, moment());
        const { paused, waitUntil } = went;
        if (paused) await pause(what);
        else if (waitUntil === undefined) return went;
        else {
          setCurrentDetails(`**${what}**\n\n다음 · next: ${inSeoul(waitUntil)}`);
          await box.wait(() => false, waitUntil, what);
        }
      } catch (error) {
        const reason = reasonToPark(error); // no retry mends it: a person must, and lets it go on
        if (reason === undefined) throw error;
        await told(bulk.parkRun, '중지, 담당자 과업 · parked, task for staff', { ...moment(), reason });
        await pause(`${what}: ${reason}`);
      }
    }
  };

  /** The same, again and again as people decide, until nothing waits for them any more. */
  const settled = async (what: string, step: Step<Settling>, waiting: string): Promise<void> => {
    for (;;) {
      while (box.take(decided) !== undefined); // what was decided until now is seen by the step
      const { open } = await through(what, step);
      if (open === 0) return;
      setCurrentDetails(`**${waiting}** (${open})`);
      await box.wait(() => box.has(decided), undefined, waiting);
    }
  };

  return {
    begin: async (): Promise<void> => {
      runId = await told(bulk.runOf, '일괄 작업 확인 · which run', { kind, key: id });
    },
    now: box.clock.now,
    moment,
    through,
    settled,
    finish: () => told(bulk.finishRun, '마침 · finish', moment()),
  };
}
