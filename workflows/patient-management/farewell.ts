import { patched } from '@temporalio/workflow';
import type { CaseStage } from '../../domain/patient-management/case/case.state.ts';
import { registry, sms, store } from '../activity-presets.ts';
import { anyOf } from '../news.ts';
import type { CaseProcess } from '../case-process.ts';
import { told } from '../summaries.ts';
import { isComplete, isolationHasItsOwn } from './patches.ts';
import { orTellStaff } from './tasks.ts';

type Closed = Extract<CaseStage, 'released' | 'not-a-case' | 'deceased' | 'withdrawn' | 'recorded'>;

const CLOSED: Readonly<Record<Closed, true>> = {
  released: true,
  'not-a-case': true,
  deceased: true,
  withdrawn: true,
  recorded: true,
};

export const isClosed = (stage: CaseStage): stage is Closed => Object.hasOwn(CLOSED, stage);

/**
 * What is still owed to a person whose case is closed. After a death nothing more is sent. Answers whether the diagnosis was
 * withdrawn meanwhile: then something else is owed.
 */
export async function farewell(
  life: CaseProcess,
  stage: Closed,
  isWithdrawn: () => boolean,
): Promise<boolean> {
  life.show('nothing');
  if (stage === 'recorded') return false; // never led here: nothing is owed
  await told(store.cancelTasks, '남은 과업 종료 · close what is open', life.moment());
  if (stage === 'not-a-case') {
    await orTellStaff(life, 'not-a-case-notice', () =>
      told(sms.tellNotACase, '음성 통지 문자 · tell the negative result', life.step('not-a-case-notice')),
    );
  } else {
    const ending = { ...life.moment(), because: stage };
    const ended = await told(store.endIsolation, '격리 종료 · end the isolation order', ending);
    if (ended && stage !== 'deceased' && !isolationHasItsOwn(life)) {
      await orTellStaff(life, 'release-notice', () =>
        told(sms.notifyRelease, '격리해제 통지 문자 · release notice by SMS', life.step('release-notice')),
      );
    }
  }
  if (stage === 'withdrawn') {
    life.callOffErrands();
    if (isComplete(life)) {
      const kinds = ['registration-refused', 'registration-overdue'] as const;
      const done = { ...life.moment(), kinds };
      await told(store.cancelTasks, '확진 취소: 등록 과업 종료 · withdrawn, nothing to register', done);
    }
  }
  if (stage !== 'withdrawn' && (await life.heardBeforeErrandsAreDone(anyOf('DiagnosisWithdrawn'))))
    return true;
  await life.errandsDone();
  if (stage === 'withdrawn' && patched('withdrawn/closes-its-registration')) {
    await life.untilMended(async () => {
      await told(registry.closeRegistration, '등록 종결 확인 · nothing is left to register', life.moment());
    });
  }
  return stage !== 'withdrawn' && isWithdrawn() && patched('case/withdrawn-after-its-end');
}
