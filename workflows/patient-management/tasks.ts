import type { TaskKind } from '../../domain/worklist/task.ts';
import type { WaitingFor } from '../../domain/patient-management/case/standing.ts';
import { store } from '../activity-presets.ts';
import type { CaseProcess } from '../case-process.ts';
import { wasHeld, wasRefusedByPartner } from '../failures.ts';
import { about } from '../news.ts';
import { told } from '../summaries.ts';

const TASK_SUMMARY = '담당자 과업 생성 · task for staff';

type Question = Readonly<{ kind: TaskKind; name: string; reason?: string }>;

/** Waits until a person has decided a task of that kind. Answers its id. */
export async function decided(
  life: CaseProcess,
  { kind, name, ...why }: Question,
  waitingFor: WaitingFor,
): Promise<string> {
  const step = { ...life.step(`${name}:task`), kind, ...why };
  const task = await told(store.openTask, `${TASK_SUMMARY}: ${kind}`, step);
  if (!task.decided) await life.until({ for: waitingFor, news: about(task.taskId, 'TaskDecided') });
  return task.taskId;
}

/** 신원 의심: what reaches out waits until a person has resolved whose case it is. */
export async function whenCleared<Result>(life: CaseProcess, reach: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const before = life.heardOf('IdentityResolved');
    try {
      return await reach();
    } catch (error) {
      if (!wasHeld(error)) throw error;
      await life.cleared(before);
    }
  }
}

/** A partner's refusal becomes a task; when staff have mended its cause, the same step is tried again. */
export async function orAskStaff<Result>(
  life: CaseProcess,
  kind: TaskKind,
  name: string,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let refusals = 1; ; refusals += 1) {
    try {
      return await whenCleared(life, attempt);
    } catch (error) {
      if (!wasRefusedByPartner(error)) throw error;
      await decided(life, { kind, name: `${name}:refused-${refusals}` }, 'staff');
    }
  }
}

/**
 * A message that the gateway refuses is for staff to deliver; the process does not stand still for it.
 * Answers whether it went out.
 */
export async function orTellStaff(
  life: CaseProcess,
  name: string,
  attempt: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await whenCleared(life, attempt);
    return true;
  } catch (error) {
    if (!wasRefusedByPartner(error)) throw error;
    const task = { ...life.step(`${name}:undeliverable`), kind: 'message-undeliverable' } as const;
    await told(store.openTask, `${TASK_SUMMARY}: message-undeliverable`, task);
    return false;
  }
}
