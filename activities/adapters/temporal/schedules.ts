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
const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 hour' } as const;

/** What begins by the clock of the office. A round that is still running is not begun a second time. */
const SCHEDULES: readonly ScheduleOptions[] = [
  {
    scheduleId: 'upkeep',
    spec: { calendars: [{ minute: '*', hour: '*' }], timezone: 'Asia/Seoul' },
    action: starts('upkeep', '점검 · upkeep'),
    policies: { ...policies, catchupWindow: '1 minute' },
  },
  {
    scheduleId: 'timetable',
    spec: { calendars: [{ minute: [0, 30], hour: '*' }], timezone: 'Asia/Seoul' },
    action: starts('timetable', '일과표 · timetable of bulk work'),
    policies,
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
