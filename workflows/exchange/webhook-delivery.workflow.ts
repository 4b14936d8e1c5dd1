import { continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';
import type { WebhookStanding } from '../../activities/exchange/webhook-standing.ts';
import type { ProcessInput, StirSignal } from '../../activities/ports/processes.ts';
import { store, webhooks } from '../activity-presets.ts';
import { anyOf, nothing } from '../news.ts';
import { tell, type Chapter } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { WEBHOOK_STAGES, WEBHOOK_WAITS } from './webhook-words.ts';

const STIR: StirSignal = 'stir';
const stirSignal = defineSignal(STIR);

/** 알림 전송: another system is sent what happens, page by page, until it wants no more. */
export async function webhookDelivery(input: ProcessInput): Promise<void> {
  let isStirred = false;
  setHandler(stirSignal, () => void (isStirred = true), {
    description: '보낼 것이 있음 · something waits to be sent',
  });
  const life = subjectProcess(input, {
    kind: 'webhook-subscription',
    stageWords: WEBHOOK_STAGES,
    waitWords: WEBHOOK_WAITS,
    turns: anyOf('WebhookPaused', 'WebhookResumed', 'WebhookUnsubscribed', 'DeadLetterRetried'),
  });

  const sending: Chapter<WebhookStanding> = async () => {
    isStirred = false;
    const { more, tryAgainAt } = await told(
      webhooks.deliverEvents,
      '사건 전송 · send what happened',
      life.moment(),
    );
    if (more) return;
    await life.until({
      for: tryAgainAt === undefined ? 'events' : 'receiver',
      news: nothing,
      ...(tryAgainAt === undefined ? {} : { until: tryAgainAt }),
      orWhen: () => isStirred,
    });
  };
  const resting: Chapter<WebhookStanding> = async () => {
    await life.until({ for: 'resumption', news: nothing });
  };

  await tell<WebhookStanding>({
    look: async () => {
      const standing = await told(store.webhookStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      return standing;
    },
    chapter: ({ stage }) => ({ active: sending, paused: resting, ended: undefined })[stage],
    turned: () => Promise.resolve(),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof webhookDelivery>(continuation);
    },
  });
  await life.callOffTasks();
}
