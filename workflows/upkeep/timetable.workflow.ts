import { bulk } from '../activity-presets.ts';
import { processClock } from '../process-clock.ts';
import { told } from '../summaries.ts';

/** 일과표: every half hour, the bulk work that is due then. */
export async function timetable(): Promise<void> {
  await told(bulk.keepTimetable, '이 시각의 일괄 작업 · bulk work that is due now', {
    at: processClock().now(),
  });
}
