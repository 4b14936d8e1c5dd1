import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { IsolationStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { sms, store } from '../activity-presets.ts';
import { anyOf } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { ENDING_WITH_THE_ISOLATION, isolationWatch } from './isolation-watch.ts';
import { ISOLATION_STAGES, ISOLATION_WAITS } from './words.ts';

/**
 * An isolation or a quarantine: order and notice, its days with their checks and violations, its end by the timer or the
 * criteria, and the notice of it.
 */
export async function isolationLifecycle(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'isolation',
    stageWords: ISOLATION_STAGES,
    waitWords: ISOLATION_WAITS,
    turns: anyOf('IsolationEnded'),
  });
  const BY = 'process:isolation';
  const watch = isolationWatch(life);

  /** 격리 통지. The gateway's report proves it; without one in time staff serve the order in another way. */
  const notice: Chapter<IsolationStanding> = async ({ noticeBy }) => {
    await life.orTellStaff('isolation-notice', () =>
      told(
        sms.sendIsolationNotice,
        '격리 통지 문자 · isolation notice by SMS',
        life.step('isolation-notice'),
      ),
    );
    const proven = anyOf('IsolationNotified');
    if ((await life.until({ for: 'notice', until: noticeBy, news: proven })) === undefined) {
      await life.openTask({ kind: 'notice-unproven', name: 'notice-unproven' });
      await life.until({ for: 'notice', news: proven });
    }
    await life.callOffTasks(['notice-unproven', 'message-undeliverable']);
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
  const days: Chapter<IsolationStanding> = async ({ endsAt, escalation, openViolations }) => {
    await told(store.openSuppliesWhenDue, '격리 물품 · supplies, where they are due', life.step('supplies'));
    if (escalation !== undefined) await watch.escalate(escalation);
    if (await watch.review(openViolations)) return;
    const heard = await watch.until(
      endsAt === undefined ? { for: 'criteria' } : { for: 'end', until: endsAt },
    );
    if (heard || endsAt === undefined) return;
    const end = { isolationId: life.id, by: BY, at: life.now(), because: 'released' as const };
    await told(store.endIsolationWhenDue, '격리 종료 · end the isolation', end);
  };

  let noticeTried = false;
  const owesNotice = ({ releaseNotified, endedBecause }: IsolationStanding): boolean =>
    !noticeTried && !releaseNotified && endedBecause !== 'deceased';

  /** 격리 해제 통지. Violations may still be open, or become known after the end: they are verified all the same. */
  const afterwards: Chapter<IsolationStanding> = async (standing) => {
    if (owesNotice(standing)) {
      noticeTried = true;
      await life.orTellStaff('release-notice', () =>
        told(
          sms.sendReleaseNotice,
          '격리해제 통지 문자 · release notice by SMS',
          life.step('release-notice'),
        ),
      );
    }
    if (standing.openViolations.length === 0 || (await watch.review(standing.openViolations))) return;
    await watch.until({ for: 'violation' });
  };

  const STORY: Readonly<Record<IsolationStanding['stage'], Chapter<IsolationStanding>>> = {
    ordered: notice,
    served: firstDay,
    active: days,
    ended: afterwards,
  };

  const CLAIM = '생활지원 신청 · claim living support';
  let claimed = false;
  await tell<IsolationStanding>({
    look: async () => {
      const standing = await told(store.isolationStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      if (life.isLean && standing.stage === 'ordered') return standing; // nothing is claimed before the notice
      claimed ||= await told(store.applyForLivingSupportOf, CLAIM, life.moment());
      return standing;
    },
    chapter: (standing) => {
      const { stage, openViolations } = standing;
      const isOver = stage === 'ended' && !owesNotice(standing) && openViolations.length === 0;
      return isOver ? undefined : STORY[stage];
    },
    turned: () => life.callOffTasks(ENDING_WITH_THE_ISOLATION),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof isolationLifecycle>(continuation);
    },
  });
  life.show('nothing');
  await life.errandsDone();
}
