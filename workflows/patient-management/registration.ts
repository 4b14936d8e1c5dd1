import { registry, store } from '../activity-presets.ts';
import type { CaseProcess } from '../case-process.ts';
import { wasRefusedByPartner } from '../failures.ts';
import { about } from '../news.ts';
import { told } from '../summaries.ts';
import { whenCleared } from './tasks.ts';

/** 확진자 등록, beside the treatment: a registry that is down or refuses holds up no patient. */
export async function registration(life: CaseProcess): Promise<void> {
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
