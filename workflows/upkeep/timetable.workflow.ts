import { workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { bulk } from '../activity-presets.ts';
import { processClock } from '../process-clock.ts';
import { told } from '../summaries.ts';

/** When it should have begun: later than that after an outage. The server's own attribute. */
const SCHEDULED = defineSearchAttributeKey('TemporalScheduledStartTime', SearchAttributeType.DATETIME);

/** 일과표: every half hour, the bulk work that is due then. */
export async function timetable(): Promise<void> {
  const scheduledAt = workflowInfo().typedSearchAttributes.get(SCHEDULED);
  await told(bulk.keepTimetable, '이 시각의 일괄 작업 · bulk work that is due now', {
    at: processClock().now(),
    due: scheduledAt?.toISOString() ?? processClock().now(),
  });
}
