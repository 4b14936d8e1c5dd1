import { continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { IsolationStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { sms, store } from '../activity-presets.ts';
import { about, anyOf, either } from '../news.ts';
import { tell, type Chapter, type Story } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { ENDING_WITH_THE_ISOLATION, isolationWatch } from './isolation-watch.ts';
import { ISOLATION_STAGES, ISOLATION_WAITS } from './words.ts';

const NOTICE_TASKS = ['notice-unproven', 'message-undeliverable'] as const;
/** What is heard after the end too: violations, and a notice that is proven late. */
const AFTER_THE_END = anyOf(
  'ViolationReported',
  'IsolationViolationEstablished',
  'ViolationWithdrawn',
  'IsolationNotified',
);
/** What decides whether somebody whose quarantine was kept is ill, or where they stand. */
const DECIDED = anyOf(
  'InfectionRuledOut',
  'IsolationOrdered',
  'DiagnosisWithdrawn',
  'DeathReported',
  'IsolationNotified',
);
const ENDS_UNPROVEN = 'notice/ends-unproven';

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

  const end = async (): Promise<'ended' | 'moved' | 'kept'> => {
    const step = { isolationId: life.id, by: BY, at: life.now(), because: 'released' as const };
    const ending = await told(store.endIsolationWhenDue, '격리 종료 · end the isolation', step);
    if (ending.ended) return 'ended';
    return 'waitsFor' in ending ? 'kept' : 'moved';
  };

  const send = (): Promise<boolean> =>
    life.orTellStaff('isolation-notice', () =>
      told(
        sms.sendIsolationNotice,
        '격리 통지 문자 · isolation notice by SMS',
        life.step('isolation-notice'),
      ),
    );

  /**
   * 격리 통지. The gateway's report proves it; without one in time staff serve the order in another way, also while the
   * gateway is down. Not under a doubtful name: then its end alone is waited for.
   */
  const notice: Chapter<IsolationStanding> = async ({ noticeBy, endsAt, beside }) => {
    if (beside !== true) await send();
    else life.meanwhileOnce('isolation-notice', async () => void (await send()));
    const proven = anyOf('IsolationNotified');
    const endsFirst = endsAt !== undefined && Date.parse(endsAt) < Date.parse(noticeBy);
    const until = endsFirst && patched(ENDS_UNPROVEN) ? endsAt : noticeBy;
    let heard = await life.until({ for: 'notice', until, news: proven });
    while (heard === undefined && life.isHeld() && (endsAt === undefined || life.isBefore(endsAt)))
      heard = await life.until({
        for: 'identity',
        news: proven,
        orWhen: () => !life.isHeld(),
        ...(endsAt === undefined ? {} : { until: endsAt }),
      });
    if (heard === undefined) {
      if (patched(ENDS_UNPROVEN)) return unproven(endsAt);
      await life.openTask({ kind: 'notice-unproven', name: 'notice-unproven' });
      await life.until({ for: 'notice', news: proven });
    }
    await life.callOffTasks(NOTICE_TASKS);
  };

  /** Staff serve the order, asked again until it is proven; its days pass and it ends on its day all the same. */
  const unproven = async (endsAt: string | undefined): Promise<void> => {
    for (let round = 1; endsAt === undefined || life.isBefore(endsAt); round += 1) {
      const name = round === 1 ? 'notice-unproven' : `notice-unproven-${round}`;
      const task = await life.openTask({ kind: 'notice-unproven', name });
      if (task.decision !== undefined) continue; // decided, and nothing is proven
      const moved = anyOf('IsolationNotified', 'IsolationExtended', 'IsolationShortened');
      const news = either(about(task.taskId, 'TaskDecided'), moved);
      const heard = await life.until({
        for: 'notice',
        news,
        ...(endsAt === undefined ? {} : { until: endsAt }),
      });
      if (heard?.type === 'TaskDecided') continue;
      if (heard?.type === 'IsolationNotified') await life.callOffTasks(NOTICE_TASKS);
      if (heard !== undefined) return;
    }
    if ((await end()) !== 'kept') await life.callOffTasks(NOTICE_TASKS);
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
    await end();
  };

  /** 결과 대기: who may be ill is not freed by the calendar. Looked at daily too, such as after a merge was undone. */
  const kept: Chapter<IsolationStanding> = async ({ escalation, openViolations }) => {
    if (escalation !== undefined) await watch.escalate(escalation);
    if (await watch.review(openViolations)) return;
    await watch.until({ for: 'test-result', until: life.after(1) }, DECIDED);
  };
  const due: Chapter<IsolationStanding> = async () => {
    if ((await end()) === 'ended') await life.callOffTasks(ENDING_WITH_THE_ISOLATION);
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
  const story: Story<IsolationStanding> = {
    look: async () => {
      const standing = await told(store.isolationStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      await watch.closeSettled(standing);
      if (life.isLean && standing.stage === 'ordered') return standing; // nothing is claimed before the notice
      claimed ||= await told(store.applyForLivingSupportOf, CLAIM, life.moment());
      return standing;
    },
    chapter: (standing) => {
      const { stage, openViolations, keptFor, isDue } = standing;
      if (keptFor !== undefined) return kept;
      if (isDue === true) return due;
      const isOver = stage === 'ended' && !owesNotice(standing) && openViolations.length === 0;
      return isOver ? undefined : STORY[stage];
    },
    turned: () => life.callOffTasks(ENDING_WITH_THE_ISOLATION),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof isolationLifecycle>(continuation);
    },
  };
  do {
    await tell(story);
    life.show('nothing');
  } while (await life.heardBeforeErrandsAreDone(AFTER_THE_END)); // a notice may wait for its gateway
  await life.errandsDone();
}
