import type { ClinicDayStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { store } from '../activity-presets.ts';
import { about, anyOf, type Wanted } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { CLINIC_STAGES, CLINIC_WAITS } from './clinic-words.ts';

const MOVED = anyOf(
  'ClinicOpened',
  'FacilityManaged',
  'KitsRestocked',
  'KitsUsed',
  'StaffingManaged',
  'ShiftLeftUncovered',
  'ShiftCovered',
  'ThroughputRecorded',
  'ClinicClosed',
);
type Alarm = ClinicDayStanding['alarms'][number];
const ASKED = ['cover-needed', 'clinic-full', 'kits-low', 'closing-count'] as const;
/** How long the closing count may be missing before the day is closed without it. */
const COUNT_WITHIN_DAYS = 3 / 24;

/** 선별진료소 운영: one day of a clinic, from its opening to its closing count. `id`: `<clinic>/<day>`. */
export async function clinicOperation(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'clinic',
    stageWords: CLINIC_STAGES,
    waitWords: CLINIC_WAITS,
    turns: () => false, // every wait hears whatever happens in the clinic
    subjectId: input.id.slice(0, input.id.indexOf('/')),
  });
  const raised = new Set<Alarm>();
  /** Of the alarms that this run has seen: the task, and the newest need behind it, where that is known. */
  const asked = new Map<Alarm, Readonly<{ taskId: string; newest: string | undefined }>>();

  /** A task, unless there is one. Somebody who has dealt with an earlier need is asked again about a new one. */
  const raise = async (kind: Alarm, newest: string | undefined): Promise<void> => {
    const before = asked.get(kind);
    const known = before?.newest;
    const isNewer = newest !== undefined && (known === undefined || Date.parse(newest) > Date.parse(known));
    if (raised.has(kind) && !isNewer) return;
    // Whoever decided what this run asked decided about an earlier need; what was asked before it, only the clinic can date.
    const need = before === undefined ? { since: newest } : { earlier: before.taskId };
    const { taskId } = await life.openTask({ kind, name: kind, need });
    raised.add(kind);
    asked.set(kind, { taskId, newest: isNewer ? newest : known });
  };

  /** One deadline at a time: the next hour. What is wrong is a task, which goes when it is right again. */
  const hours: Chapter<ClinicDayStanding> = async ({ alarms, newest = {}, nextLookAt }) => {
    for (const kind of alarms) await raise(kind, newest[kind]);
    const settled = [...raised].filter((kind) => !alarms.includes(kind));
    if (settled.length > 0) await life.callOffTasks(settled);
    for (const kind of settled) raised.delete(kind);
    if (nextLookAt === undefined) await closing();
    else await life.until({ for: 'next-hour', until: nextLookAt, news: MOVED });
  };

  /** Closing time has come and nobody has closed: the count is asked for; the day does not stay open over night. */
  const closing = async (): Promise<void> => {
    const { taskId, decision } = await life.openTask({ kind: 'closing-count', name: 'closing' });
    const decided = about(taskId, 'TaskDecided');
    const either: Wanted = (news) => decided(news) || MOVED(news);
    if (decision === undefined) {
      const until = life.after(COUNT_WITHIN_DAYS);
      const news = await life.until({ for: 'closing-count', until, news: either });
      if (news !== undefined && !decided(news)) return;
    }
    await told(store.closeClinicDay, '하루 운영 종료 · close the day', life.moment());
  };

  const end = await tell<ClinicDayStanding>({
    look: async () => {
      const standing = await told(store.clinicDayStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      return standing;
    },
    chapter: ({ stage }) => (stage === 'open' ? hours : undefined),
    turned: () => Promise.resolve(),
    parked: (_standing, reason) => life.parked(reason),
  });
  const { difference } = end;
  const counted = difference === 0 ? ['difference'] : [];
  await life.callOffTasks(ASKED, ['cover-needed', 'clinic-full', 'kits-low', 'closing', ...counted]);
  if (difference !== undefined && difference > 0) {
    // Not the question for the count: that may have been answered.
    const differs = { kind: 'closing-count', name: `difference:${difference}` } as const;
    await life.openTask(differs, `kits-differ-by-${difference}`);
  }
  life.show('nothing');
}
