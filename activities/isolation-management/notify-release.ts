import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import { change } from '../change.ts';
import { textMessage } from '../text-message.ts';
import { byProcess } from '../step.ts';
import type { Step, Uses } from '../uses.ts';

/** 격리 해제 통지: the person is told that the order has ended, and why. */
export const notifyRelease =
  (uses: Uses) =>
  async (step: Step): Promise<void> => {
    const id = await uses.lookups.isolationOfCase(step.caseId);
    if (id === undefined) throw new NotFound('isolation/not-found', { caseId: step.caseId });
    const { state } = (await uses.isolations.load(id)).aggregate;
    const { commandId, caseId } = step;
    const template = state.endedBecause === 'withdrawn' ? 'withdrawal-notice' : 'release-notice';
    await textMessage(uses, { key: commandId, caseId, personId: state.personId, template });
    await change(uses.isolations, id, {}, (isolation) =>
      isolation.execute({ type: 'RecordReleaseNotice', ...byProcess(step) }),
    );
  };
