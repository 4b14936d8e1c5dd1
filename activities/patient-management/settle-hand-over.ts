import type { HandOver } from '../../domain/patient-management/hand-over/hand-over.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';

/** Who and when, of a step that a hand-over's process takes by itself. */
export const byHandOverProcess = ({ at }: Readonly<{ at: string }>): By => ({
  by: 'process:hand-over',
  at: Instant.of(at),
});

/**
 * What an offer comes to by itself: withdrawn once its case is closed; answered by whoever decided on the worklist; returned
 * when the time is over. Quiet where it is answered, or still to be.
 */
export const settleHandOver =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(uses.handOvers, step.id, {}, async (handOver) => {
      if (handOver.state.stage !== 'offered') return;
      const byProcess = byHandOverProcess(step);
      const { mayBeHandedOver } = (await uses.cases.load(handOver.state.caseId)).aggregate;
      if (!mayBeHandedOver)
        handOver.execute({ type: 'WithdrawHandOver', because: 'case-closed', ...byProcess });
      else if (await answeredOnTheList(uses, handOver)) return;
      else if (!byProcess.at.isBefore(Instant.of(handOver.state.answerBy)))
        handOver.execute({ type: 'ExpireHandOver', ...byProcess });
    });
  };

/** In the name of who decided, and at that moment: an answer in time stays one, however late it is read. */
async function answeredOnTheList({ lookups, tasks }: Uses, handOver: HandOver): Promise<boolean> {
  const asked = await lookups.lastTaskAbout({ kind: 'hand-over', id: handOver.id }, 'hand-over-offered');
  if (asked === undefined) return false;
  const { decision, decidedBy, closedAt } = (await tasks.load(asked)).aggregate.state;
  if (decision === undefined || decidedBy === undefined || closedAt === undefined) return false;
  const at = Instant.of(closedAt);
  if (!at.isBefore(Instant.of(handOver.state.answerBy))) return false;
  if (decision === 'accept')
    handOver.execute({ type: 'AcceptHandOver', caseIsClosed: false, by: decidedBy, at });
  else handOver.execute({ type: 'RejectHandOver', reason: 'not-stated', by: decidedBy, at });
  return true;
}
