import { continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { SuppliesStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { delivery, payment, sms, store } from '../activity-presets.ts';
import { anyOf } from '../news.ts';
import { tell, type Chapter, type Story } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { suppliesTasks } from './supplies-tasks.ts';
import { SUPPLY_STAGES, SUPPLY_WAITS } from './words.ts';

type Stage = SuppliesStanding['stage'];
const MONEY_AND_GOODS = anyOf('EssentialsPaid', 'EssentialsDelivered', 'EssentialsOrderFailed');
/** Whoever had no address may have one now. */
const ADDRESS_MAY_BE_KNOWN = anyOf('PersonMoved', 'PersonMerged', 'MergeUndone');
const ENDS: readonly Stage[] = ['present', 'delivered', 'cancelled'];

/**
 * 격리 물품, from the check of the essentials to the parcel at the door. Never half done: it ends with everything
 * present, with the goods delivered, or cancelled with all money back.
 */
export async function supplyDelivery(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'supplies',
    stageWords: SUPPLY_STAGES,
    waitWords: SUPPLY_WAITS,
    turns: anyOf('IsolationEnded'),
  });
  const look = async (): Promise<SuppliesStanding> => {
    const standing = await told(store.suppliesStanding, '현재 상태 · where they stand', life.moment());
    life.enter(standing);
    return standing;
  };
  const { decided, cancel, untilMended } = suppliesTasks(life);

  /** A message that keeps nothing waiting: once in this run, and its key lets it go out once at all. */
  const beside = (name: string, send: () => Promise<unknown>): void => {
    life.meanwhileOnce(name, async () => void (await life.orTellStaff(name, send)));
  };

  /** 필수품 확인: the person is asked; without an answer in time staff find out. Not while their identity is in doubt. */
  const check: Chapter<SuppliesStanding> = async (standing) => {
    const ask = () =>
      told(sms.askForEssentials, '필수품 확인 문자 · ask what is missing', life.step('essentials-question'));
    if (standing.beside === true) beside('essentials-question', ask);
    else await life.orTellStaff('essentials-question', ask);
    const answered = anyOf('EssentialsChecked', 'SuppliesCancelled');
    let heard = await life.until({ for: 'answer', until: standing.answerBy, news: answered });
    while (heard === undefined && life.isHeld()) {
      heard = await life.until({ for: 'identity', news: answered, orWhen: () => !life.isHeld() });
      heard ??= await life.until({ for: 'answer', until: life.after(1), news: answered });
    }
    if (heard !== undefined) return;
    for (let round = 1; (await look()).stage === 'opened'; round += 1) {
      const question = { kind: 'essentials-check', name: `essentials-check-${round}` } as const;
      if ((await decided(question, answered)) === undefined) return;
    }
  };

  /** What is missing is ordered; nothing can be sent to nowhere. */
  const order: Chapter<SuppliesStanding> = async ({ attempt, addressKnown }) => {
    const ordered = anyOf('EssentialsOrdered', 'SuppliesCancelled');
    for (let round = 1, known = addressKnown; !known; round += 1) {
      const question = { kind: 'address-missing', name: `address-${round}` } as const;
      const entered = { news: ADDRESS_MAY_BE_KNOWN, holds: async () => (await look()).addressKnown };
      if ((await decided(question, ordered, entered)) === undefined) return;
      const now = await look();
      if (now.overBecause !== undefined) return;
      known = now.addressKnown;
    }
    const placed = await told(store.orderMissingEssentials, '필수품 주문 · order', life.moment());
    if (!placed) await failed(`nothing-to-order-${attempt + 1}`, ordered);
  };

  /** Staff decide what becomes of an order that the office cannot place again by itself. */
  const failed = async (name: string, ordered: ReturnType<typeof anyOf>): Promise<void> => {
    let old = await life.until({ for: 'staff', until: life.now(), news: ordered });
    while (old !== undefined) old = await life.until({ for: 'staff', until: life.now(), news: ordered });
    const { stage } = await look(); // what was heard of earlier orders is no answer
    if (stage !== 'missing' && stage !== 'failed') return;
    for (let round = 1; ; round += 1) {
      const question = { kind: 'supplies-failed', name: `${name}-${round}` } as const;
      const decision = await decided(question, ordered);
      if (decision === undefined) return;
      if (decision === 'cancel') return cancel('unobtainable');
      if (await told(store.orderMissingEssentials, '다시 주문 · order again', life.moment())) return;
    }
  };

  const pay: Chapter<SuppliesStanding> = async ({ attempt }) => {
    const paid = await untilMended(`payment-${attempt}`, () =>
      told(payment.payEssentials, '물품 결제 · pay', life.moment()),
    );
    if (paid) return;
    await told(payment.settleEssentialsPayment, '결제 여부 확인 · has money gone', life.moment());
    await cancel('unobtainable');
  };

  const ship: Chapter<SuppliesStanding> = async ({ attempt }) => {
    const shipped = await untilMended(`parcel-${attempt}`, () =>
      told(delivery.shipEssentials, '물품 발송 · ship', life.moment()),
    );
    if (!shipped) await unshipped('unobtainable');
  };

  /** Paid, and not to be shipped any more: unless the supplier has it already, the money comes back. */
  const unshipped = async (because: NonNullable<SuppliesStanding['overBecause']>): Promise<void> => {
    const taken = await told(
      delivery.settleEssentialsParcel,
      '공급처 확인 · does the supplier have the order',
      life.moment(),
    );
    if (!taken) await cancel(because);
  };

  const follow: Chapter<SuppliesStanding> = () =>
    told(delivery.followEssentialsParcel, '배송 번호 확인 · the parcel’s number', life.moment());

  /** Events come by webhook; when nothing is heard in time the delivery system is asked. */
  const wait: Chapter<SuppliesStanding> = async ({ askAt }) => {
    const over = anyOf('EssentialsDelivered', 'EssentialsOrderFailed');
    const news = await life.until({
      for: 'delivery',
      news: over,
      ...(askAt === undefined ? {} : { until: askAt }),
    });
    if (news !== undefined) return;
    await told(delivery.trackEssentials, '배송 조회 · ask for the parcel', life.moment());
  };

  const again: Chapter<SuppliesStanding> = async (standing) => {
    const { attempt, afterFailure } = standing;
    const ordered = anyOf('EssentialsOrdered', 'SuppliesCancelled', 'EssentialsDelivered'); // late, after all
    if (afterFailure === 'order-again') {
      const name = `delayed-${attempt}`;
      const tell = () =>
        told(sms.tellSuppliesDelayed, '지연 안내 문자 · tell of the delay', { ...life.step(name), attempt });
      if (standing.beside !== true) await life.orTellStaff(name, tell);
      const isOrdered = await told(store.orderMissingEssentials, '다시 주문 · order again', life.moment());
      if (isOrdered && standing.beside === true) beside(name, tell);
      if (isOrdered) return;
    }
    await failed(`failed-${attempt}`, ordered);
  };

  const refund: Chapter<SuppliesStanding> = ({ attempt }) =>
    life.orAskStaff({ kind: 'effect-unsettled', name: `refund-${attempt}` }, () =>
      told(payment.refundEssentials, '환불 · money back', life.moment()),
    );

  /** The isolation is over. What is on its way arrives; everything else is called off, and its money comes back. */
  const callOff: Chapter<SuppliesStanding> = async ({ stage, overBecause = 'released' }) => {
    if (stage === 'ordered') {
      await told(payment.settleEssentialsPayment, '결제 여부 확인 · has money gone', life.moment());
    } else if (stage === 'paid') {
      return unshipped(overBecause);
    } else if (stage === 'completed') {
      const off = await told(delivery.callOffEssentials, '주문 철회 · call the order off', life.moment());
      if (!off) return told(delivery.followEssentialsParcel, '배송 번호 · too late', life.moment());
    }
    await cancel(overBecause);
  };

  /** The engine was lost while an order was called off, and the parcel was faster than the next attempt. */
  const callOffOpen: Chapter<SuppliesStanding> = async () => {
    await told(delivery.callOffEssentials, '철회 결과 확인 · was it called off', life.moment());
  };

  const STORY: Readonly<Partial<Record<Stage, Chapter<SuppliesStanding>>>> = {
    opened: check,
    missing: order,
    ordered: pay,
    paid: ship,
    completed: follow,
    shipped: wait,
    failed: again,
    'refund-due': refund,
  };

  const story: Story<SuppliesStanding> = {
    look,
    chapter: ({ stage, overBecause, callOffOpen: isOpen }) => {
      if (isOpen === true) return callOffOpen;
      const moot = overBecause !== undefined && stage !== 'shipped' && stage !== 'refund-due';
      return moot && !ENDS.includes(stage) ? callOff : STORY[stage];
    },
    turned: () => life.callOffTasks(),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof supplyDelivery>(continuation);
    },
  };
  do {
    const { cancelledBecause } = await tell(story);
    life.show('nothing');
    if (cancelledBecause === 'unobtainable')
      beside('supplies-cancelled', () =>
        told(sms.tellSuppliesCancelled, '취소 안내 문자 · tell that nothing comes', life.step('cancelled')),
      );
  } while (await life.heardBeforeErrandsAreDone(MONEY_AND_GOODS)); // such as money that has gone after all
  await life.errandsDone();
}
