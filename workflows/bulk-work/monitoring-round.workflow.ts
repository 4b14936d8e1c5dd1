import type { ProcessInput } from '../../activities/ports/processes.ts';
import { bulk } from '../activity-presets.ts';
import { bulkProcess } from './bulk-process.ts';

/**
 * 모니터링 회차: whenever it is time to ask, everybody under watch whose tier asks them then is asked once; whoever has
 * not answered in time is told to their process or their team.
 */
export async function monitoringRound(input: ProcessInput): Promise<void> {
  const round = bulkProcess('monitoring-round', input);
  await round.begin();
  await round.through('확인 대상과 문자 작성 · write who is asked, and the messages', bulk.writeFollowUps);
  await round.through('문자 발송 · send the messages', bulk.sendMessages);
  await round.through('응답 마감, 무응답 알림 · close the checks, tell of missed ones', bulk.closeFollowUps);
  await round.finish();
}
