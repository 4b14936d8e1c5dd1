import { continueAsNew, patched, workflowInfo } from '@temporalio/workflow';
import type { LivingSupportStanding } from '../../activities/index.ts';
import type { ProcessInput } from '../../activities/ports/processes.ts';
import { livingSupportPayments, sms, store } from '../activity-presets.ts';
import { tell, type Chapter, type Story } from '../story.ts';
import { subjectProcess } from '../subject-process.ts';
import { told } from '../summaries.ts';
import { LIVING_SUPPORT_STAGES, LIVING_SUPPORT_WAITS } from './living-support-words.ts';
import { MOVED, OFFICERS_TASKS, paymentOfficer } from './payment-officer.ts';

type Standing = LivingSupportStanding;
const CHANGED = 'living-support/changed-since-asked';
/**
 * A question to the officer, who reads with it when there is nobody to be paid under the person's record any more, or why
 * it is put again.
 */
const asked = (what: string, { version, recipientGone: gone }: Standing, again?: string) => {
  const reason = gone === undefined ? again : `recipient-${gone}`;
  return {
    name: `${what}:${version}${gone === 'merged' ? ':merged' : ''}`,
    ...(reason === undefined ? {} : { reason }),
  };
};

/**
 * 생활지원금: a claim waits for the end of its isolation, is judged by the rule of the day of the notice, approved, paid,
 * and got back where it must be. Nothing is paid twice, and no amount is ever guessed.
 */
export async function livingSupport(input: ProcessInput): Promise<void> {
  const life = subjectProcess(input, {
    kind: 'living-support',
    stageWords: LIVING_SUPPORT_STAGES,
    waitWords: LIVING_SUPPORT_WAITS,
    turns: () => false, // every wait hears whatever moves the claim
  });
  const officer = paymentOfficer(life);
  let settled = 0; // the latest attempt that is known to be over though the claim was cancelled
  let reminders = 1;
  let toldOf = 0; // the latest message to the person in this run; its key keeps it from being sent again

  const judged: Chapter<Standing> = async ({ isolationEnded }) => {
    if (isolationEnded) await told(store.judgeLivingSupport, '심사 · judge the claim', life.moment());
    else await life.until({ for: 'isolation-end', news: MOVED });
  };
  const facts: Chapter<Standing> = (standing) =>
    officer.untilMoved({ kind: 'living-support-facts', ...asked('facts', standing), for: 'facts' });
  const amount: Chapter<Standing> = (standing) =>
    officer.untilMoved({ kind: 'living-support-amount', ...asked('amount', standing), for: 'amount' });
  let again: string | undefined; // why an officer who has decided is asked once more
  type Question = Omit<Parameters<typeof officer.untilDecided>[0], 'name' | 'reason'>;
  const decided =
    (what: string, question: Question): Chapter<Standing> =>
    async (standing) => {
      const put = { ...question, ...asked(what, standing, again) };
      again = (await officer.untilDecided(put, standing.version)) ? CHANGED : undefined;
    };
  const approval = decided('approval', { kind: 'living-support-approval', for: 'approval' });
  const failure = decided('failure', { kind: 'payment-failed', for: 'payment-officer' });

  /** How a payment ended. No message for a day: the payment system is asked by our key, then a person is. */
  const outcome = async (attempt: number): Promise<void> => {
    const asked = { kind: 'effect-unsettled', for: 'payment-result' } as const;
    let moved =
      (await life.until({ for: 'payment-result', until: life.after(1), news: MOVED })) !== undefined;
    for (let tasks = 1; !moved;) {
      const { pending } = await told(
        livingSupportPayments.settleLivingSupportTransfer,
        '지급 결과 조회 · ask what became of the payment',
        life.moment(),
      );
      if (!pending) {
        settled = attempt;
        return;
      }
      const heard = await officer.asked({ ...asked, name: `late:${attempt}:${tasks}` }, life.after(1));
      moved = heard === 'moved';
      if (typeof heard === 'object') tasks += 1;
    }
  };
  /** 지급: once for each attempt that was approved; held while the identity of the case is in doubt. */
  const payment: Chapter<Standing> = async ({ attempt = 1 }) => {
    await life.whenCleared(() =>
      told(
        livingSupportPayments.transferLivingSupport,
        '생활지원금 지급 · pay living support',
        life.step(`payment:${attempt}`),
      ),
    );
    const { stage } = await told(store.livingSupportStanding, '현재 상태 · where it stands', life.moment());
    if (stage === 'approved') await outcome(attempt);
  };
  /** Cancelled while a payment was on its way: if the money went out all the same, it is due back. */
  const lastPayment: Chapter<Standing> = ({ attempt = 1 }) => outcome(attempt);

  const violation: Chapter<Standing> = () =>
    told(store.reverseForViolation, '격리 위반, 취소·환수 · reverse after a violation', life.moment());
  const withdrawal: Chapter<Standing> = () =>
    told(store.reverseForWithdrawal, '확진 취소, 취소·환수 · reverse, it was not theirs', life.moment());
  /** 환수: asked for at the payment system; a person sees to it until all of the money is back. */
  const recovery: Chapter<Standing> = async ({ reversals, recipientGone: gone }) => {
    const kind = 'living-support-recovery';
    await life.orAskStaff({ kind, name: `recall:${reversals}` }, () =>
      told(
        livingSupportPayments.recallLivingSupport,
        '환수 요청 · ask for the money back',
        life.step(`recall:${reversals}`),
      ),
    );
    const reason = gone === undefined ? {} : { reason: `recipient-${gone}` };
    const name = `recovery:${reversals}:${reminders}`;
    const heard = await officer.asked({ kind, name, ...reason, for: 'recovery' }, life.after(7));
    if (typeof heard === 'object') reminders += 1;
    if (heard === 'moved') return;
    await told(
      livingSupportPayments.settleLivingSupportRecall,
      '환수 결과 조회 · ask whether the money came back',
      life.moment(),
    );
  };

  /** Money that is on its way back comes back first: the claim is then judged, and paid, again. */
  const restoration: Chapter<Standing> = async (standing) => {
    const words = '위반 취소, 회복 · restore the claim';
    if (standing.stage !== 'reversed' || !patched('living-support/recall-comes-back-first'))
      return told(store.restoreLivingSupport, words, life.moment());
    const { underWay } = await told(livingSupportPayments.restoreUnlessRecalled, words, life.moment());
    if (underWay) await recovery(standing);
  };

  /** 안내: the person hears of each decision, payment and recall. A gateway that is down holds up no money. */
  const news: Chapter<Standing> = async ({ notice: sequence = 0, beside }) => {
    const step = { ...life.moment(), sequence };
    const tellThem = () =>
      life.orTellStaff(`notice:${sequence}`, () =>
        told(sms.tellOfLivingSupport, '생활지원금 안내 문자 · tell the person where it stands', step),
      );
    if (beside === true) life.meanwhile(async () => void (await tellThem()));
    else await tellThem();
    toldOf = sequence;
  };

  const STORY: Readonly<Partial<Record<Standing['stage'], Chapter<Standing>>>> = {
    applied: judged,
    'facts-missing': facts,
    'amount-unknown': amount,
    'awaiting-approval': approval,
    approved: payment,
    'payment-failed': failure,
    reversed: recovery,
  };
  const chapterOf = (standing: Standing): Chapter<Standing> | undefined => {
    const { stage, attempt = 0, restorable, rulesKept, notice = 0, partlyDue = false } = standing;
    if (notice > toldOf && patched('living-support/tells-the-person')) return news;
    if (stage === 'rejected' && settled < attempt) return lastPayment;
    if (restorable) return stage === 'ineligible' ? judged : restoration;
    const open = partlyDue || stage === 'paid' || (stage !== 'reversed' && STORY[stage] !== undefined);
    if (standing.notTheirs === true && open) return withdrawal;
    return !rulesKept && open ? violation : STORY[stage];
  };

  let before: Standing | undefined;
  const story: Story<Standing> = {
    look: async () => {
      const standing = await told(store.livingSupportStanding, '현재 상태 · where it stands', life.moment());
      life.enter(standing);
      const isNew = before?.stage !== standing.stage || before.recipientGone !== standing.recipientGone;
      if (before !== undefined && isNew) await life.callOffTasks(OFFICERS_TASKS);
      before = standing;
      return standing;
    },
    chapter: chapterOf,
    turned: () => Promise.resolve(),
    parked: (_standing, reason) => life.parked(reason),
    between: async () => {
      const continuation = workflowInfo().continueAsNewSuggested ? life.continuation() : undefined;
      if (continuation !== undefined) await continueAsNew<typeof livingSupport>(continuation);
    },
  };
  do {
    await tell(story);
    life.show('nothing');
  } while (await life.heardBeforeErrandsAreDone(MOVED, true));
  await life.errandsDone();
}
