import {
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
} from '@temporalio/client';
import { PROCESS_QUEUE } from '../../ports/processes.ts';

const starts = (workflowType: string, staticSummary: string): ScheduleOptions['action'] => ({
  type: 'startWorkflow',
  workflowType,
  workflowId: workflowType,
  taskQueue: PROCESS_QUEUE,
  args: [],
  staticSummary,
});
const CATCH_UP_HOURS = 12;

/** What begins by the clock of the office. */
const SCHEDULES: readonly ScheduleOptions[] = [
  {
    scheduleId: 'upkeep',
    spec: { calendars: [{ minute: '*', hour: '*' }], timezone: 'Asia/Seoul' },
    action: starts('upkeep', '점검 · upkeep'),
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 minute' },
  },
  {
    scheduleId: 'timetable',
    spec: { calendars: [{ minute: [0, 30], hour: '*' }], timezone: 'Asia/Seoul' },
    action: starts('timetable', '일과표 · timetable of bulk work'),
    // What was due in an outage: each half hour decides whether it is made up for.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: `${CATCH_UP_HOURS} hours` },
  },
];

/** Creates the schedules, or brings them up to date. Workers that start at the same time do no harm. */
export async function keepSchedules(client: Client): Promise<void> {
  for (const wanted of SCHEDULES) {
    try {
      await client.schedule.create(wanted);
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { spec, action, policies: kept } = wanted;
      await client.schedule
        .getHandle(wanted.scheduleId)
        .update(({ state }) => ({ spec, action: action as never, policies: kept ?? {}, state }));
    }
  }
}

/** A schedule that is new catches up with nothing: what was due before is asked for. What was held already is found by its key. */
export async function backfillTimetable(client: Client, end = new Date()): Promise<void> {
  const start = new Date(end.getTime() - CATCH_UP_HOURS * 3_600_000);
  await client.schedule
    .getHandle('timetable')
    .backfill({ start, end, overlap: ScheduleOverlapPolicy.BUFFER_ALL });
}
