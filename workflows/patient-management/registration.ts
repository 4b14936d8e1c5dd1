import { registry, store } from '../activity-presets.ts';
import type { CaseProcess } from '../case-process.ts';
import { wasRefusedByPartner } from '../failures.ts';
import { about } from '../news.ts';
import { told } from '../summaries.ts';
import { isComplete } from './patches.ts';
import { whenCleared } from './tasks.ts';

/** 확진자 등록, beside the treatment: a registry that is down or refuses holds up no patient. */
export async function registration(life: CaseProcess): Promise<void> {
  let registered = false;
  if (isComplete(life)) life.meanwhile(() => deadline(life, () => registered));
  await life.untilMended(() => register(life)); // tried again here, so that the deadline is kept once
  registered = true;
}

/** 신고 기한: before it is over staff tell the case by telephone or fax, while the registry goes on being tried. */
async function deadline(life: CaseProcess, registered: () => boolean): Promise<void> {
  const { deadline: until, dueAt } = await told(
    store.registrationDeadline,
    '신고 기한 확인 · legal deadline of the registration',
    life.moment(),
  );
  if (until === null) return;
  await life.onceOrAt(registered, until, '신고 기한 임박 · legal deadline of the registration is near');
  if (registered()) return;
  const kind = 'registration-overdue' as const;
  const task = { ...life.step('registration:overdue'), kind, dueAt };
  await told(store.openTask, '신고 기한 임박: 담당자 과업 · deadline near: tell by telephone or fax', task);
  await life.once(registered);
  await told(store.cancelTasks, '등록됨, 과업 종료 · registered, close the task', {
    ...life.moment(),
    kinds: [kind],
  });
}

async function register(life: CaseProcess): Promise<void> {
  for (let refusals = 1; ; refusals += 1) {
    try {
      return await whenCleared(life, () =>
        told(
          registry.registerConfirmedCase,
          '확진자 등록 · register the confirmed case',
          life.step('registration'),
        ),
      );
    } catch (error) {
      if (!wasRefusedByPartner(error)) throw error;
      const step = {
        ...life.step(`registration:refused-${refusals}`),
        kind: 'registration-refused',
      } as const;
      const task = await told(
        store.openTask,
        '등록 거부: 담당자 과업 · registration refused: task for staff',
        step,
      );
      if (!task.decided) await life.heard(about(task.taskId, 'TaskDecided'));
    }
  }
}
