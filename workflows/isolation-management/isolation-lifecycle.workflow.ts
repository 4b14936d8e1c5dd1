import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { IsolationStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { sms, store } from '../activity-presets.ts';
import { anyOf } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { ISOLATION_STAGES, ISOLATION_WAITS } from './words.ts';

/** An isolation or a quarantine: order and notice, its days, its end by the timer or the criteria, and the notice of it. */
export async function isolationLifecycle(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'isolation',
    stageWords: ISOLATION_STAGES,
    waitWords: ISOLATION_WAITS,
    turns: anyOf('IsolationEnded'),
  });
  const BY = 'process:isolation';

  /** 격리 통지. A message that cannot be sent is for staff: the order waits for the proof of their notice. */
  const notice: Chapter<IsolationStanding> = async () => {
    const sent = await life.orTellStaff('isolation-notice', () =>
      told(
        sms.sendIsolationNotice,
        '격리 통지 문자 · isolation notice by SMS',
        life.step('isolation-notice'),
      ),
    );
    if (!sent) await life.until({ for: 'notice', news: anyOf('IsolationNotified') });
  };

  /** Served before its first day: it begins on that day. */
  const firstDay: Chapter<IsolationStanding> = async ({ beginsAt }) => {
    await life.until({
      for: 'first-day',
      until: beginsAt,
      news: anyOf('IsolationExtended', 'IsolationShortened'),
    });
    const start = { isolationId: life.id, by: BY, at: life.now() };
    await told(store.startIsolation, '격리 시작 · the first day', start);
  };

  /** The end comes by its timer, never because somebody logged a last visit; or by the criteria, which the case judges. */
  const days: Chapter<IsolationStanding> = async ({ endsAt }) => {
    await told(store.openSuppliesWhenDue, '격리 물품 · supplies, where they are due', life.step('supplies'));
    const moved = anyOf('IsolationExtended', 'IsolationShortened');
    if (endsAt === undefined) {
      await life.until({ for: 'criteria', news: moved });
      return;
    }
    if ((await life.until({ for: 'end', until: endsAt, news: moved })) !== undefined) return;
    const end = { isolationId: life.id, by: BY, at: life.now(), because: 'released' as const };
    await told(store.endIsolationWhenDue, '격리 종료 · end the isolation', end);
  };

  const STORY: Readonly<Record<Exclude<IsolationStanding['stage'], 'ended'>, Chapter<IsolationStanding>>> = {
    ordered: notice,
    served: firstDay,
    active: days,
  };

  const CLAIM = '생활지원 신청 · claim living support';
  let claimed = false;
  const end = await tell<IsolationStanding>({
    look: async () => {
      const standing = await told(store.isolationStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      return standing;
    },
    chapter: ({ stage }) => (stage === 'ended' ? undefined : STORY[stage]),
    turned: () => life.callOffTasks(),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      claimed ||= await told(store.applyForLivingSupportOf, CLAIM, life.moment());
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof isolationLifecycle>(continuation);
    },
  });
  life.show('nothing');
  if (!end.releaseNotified && end.endedBecause !== 'deceased') {
    await life.orTellStaff('release-notice', () =>
      told(sms.sendReleaseNotice, '격리해제 통지 문자 · release notice by SMS', life.step('release-notice')),
    );
  }
  await life.errandsDone();
}
