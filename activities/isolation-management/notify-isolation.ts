import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import { change } from '../change.ts';
import { textMessage } from '../text-message.ts';
import { byProcess } from '../step.ts';
import type { Step, Uses } from '../uses.ts';

/** 격리 통지: the person is told, then the order counts as served. Quiet when it has ended meanwhile. */
export const notifyIsolation =
  (uses: Uses) =>
  async (step: Step): Promise<void> => {
    const id = await uses.lookups.isolationOfCase(step.caseId);
    if (id === undefined) throw new NotFound('isolation/not-found', { caseId: step.caseId });
    const { state } = (await uses.isolations.load(id)).aggregate;
    if (state.stage === 'ended') return;
    const { commandId, caseId } = step;
    await textMessage(uses, {
      key: commandId,
      caseId,
      personId: state.personId,
      template: 'isolation-notice',
    });
    await change(uses.isolations, id, {}, (isolation) =>
      isolation.execute({ type: 'RecordNotice', ...byProcess(step) }),
    );
  };
