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
  const raised = new Set<ClinicDayStanding['alarms'][number]>();

  /** One deadline at a time: the next hour. What is wrong is a task, which goes when it is right again. */
  const hours: Chapter<ClinicDayStanding> = async ({ alarms, nextLookAt }) => {
    for (const kind of alarms) {
      if (!raised.has(kind)) await life.openTask({ kind, name: kind });
      raised.add(kind);
    }
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
  const counted = difference === 0 ? (['closing-count'] as const) : [];
  await life.callOffTasks(['cover-needed', 'clinic-full', 'kits-low', 'clinic-not-opened', ...counted]);
  if (difference > 0) {
    await life.openTask({ kind: 'closing-count', name: 'closing' }, `kits-differ-by-${difference}`);
  }
  life.show('nothing');
}
