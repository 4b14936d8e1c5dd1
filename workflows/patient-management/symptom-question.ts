import { CancellationScope } from '@temporalio/workflow';
import { sms, store } from '../activity-presets.ts';
import type { CaseProcess } from '../case-process.ts';
import type { Wanted } from '../news.ts';
import { told } from '../summaries.ts';
import { hasTimeToAnswer } from './patches.ts';
import { orTellStaff } from './tasks.ts';

const words = (attempt: number): string =>
  attempt === 1 ? '증상 확인 문자 · ask for symptoms by SMS' : '증상 확인 재요청 문자 · reminder by SMS';

/**
 * The question and its reminder go out beside the wait for the answer: a gateway that is down hides no turn of events and no
 * answer that staff were told, and where no message goes out in time staff ask. Answers whether it was settled.
 */
export async function askedBeside(life: CaseProcess, check: number, settling: Wanted): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const name = `symptom-question:${check}-${attempt}`;
    const step = () => ({ ...life.step(name), attempt, check });
    const question = await told(store.putQuestion, '증상 확인 · the question stands', step());
    let sent: boolean | undefined;
    // Never cut off: its next attempt finds whether the question still stands, and closes its intent.
    const send = () => CancellationScope.nonCancellable(() => told(sms.sendQuestion, words(attempt), step()));
    life.meanwhile(async () => {
      sent = await orTellStaff(life, name, send);
    });
    const undelivered = () => sent === false;
    const wait = { for: 'symptom-answer', until: question.answerBy, news: settling } as const;
    let said = await life.until({ ...wait, orWhen: undelivered });
    while (said === undefined && life.isHeld()) {
      // nobody is asked under a doubtful name, not by staff either
      said = await life.until({ for: 'identity', news: settling, orWhen: () => !life.isHeld() });
      if (said !== undefined || !hasTimeToAnswer()) continue;
      const { answerBy } = await told(store.putQuestion, '증상 확인 · the question stands', {
        ...step(),
        again: true,
      });
      said = await life.until({ ...wait, until: answerBy, orWhen: undelivered });
    }
    if (said !== undefined) return true;
    if (undelivered() || question.lastAttempt) return false;
  }
}

/** The same of a check from before, which waits for its messages. */
export async function asked(life: CaseProcess, check: number, settling: Wanted): Promise<boolean> {
  for (let attempt = 1, last = false; !last; attempt += 1) {
    const name = `symptom-question:${check}-${attempt}`;
    let answerBy = life.now();
    const went = await orTellStaff(life, name, async () => {
      const question = await told(sms.askForSymptoms, words(attempt), { ...life.step(name), attempt });
      answerBy = question.answerBy;
      last = question.lastAttempt;
    });
    if (!went) return false;
    const said = await life.until({ for: 'symptom-answer', until: answerBy, news: settling });
    if (said !== undefined) return true;
  }
  return false;
}
