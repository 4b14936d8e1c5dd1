import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import { change } from '../change.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { Step, SubjectStep, Uses } from '../uses.ts';
import { keyOfFirstNotice, ownerOf, byIsolationProcess } from './isolation-step.ts';

/** 격리 통지: the person is told; the gateway's report proves it. Quiet when it has ended meanwhile. */
export const sendIsolationNotice =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const load = async () => (await uses.isolations.load(step.id)).aggregate.state;
    const state = await load();
    const isCase = state.kind === 'isolation';
    const key = keyOfFirstNotice(step.id, state);
    if (state.stage === 'ended' || state.notifiedAt !== undefined) return callOffMessage(uses, key);
    if (isCase && (await isWithdrawn(uses, state.caseId))) return callOffMessage(uses, key); // its end is on the way
    await textMessage(uses, {
      name: isCase ? 'isolation-notice' : 'quarantine-notice',
      key,
      owner: ownerOf(step.id, state),
      personId: state.personId,
      template: isCase ? 'isolation-notice' : 'quarantine-notice',
      isOwed: async () => (await load()).stage !== 'ended',
    });
  };

/** A finding that was somebody else's ends the doubt and the case at once: nobody is told to stay in. */
const isWithdrawn = async ({ cases }: Uses, caseId: string | undefined): Promise<boolean> =>
  caseId !== undefined && (await cases.load(caseId)).aggregate.state.stage === 'withdrawn';

/** The same, asked for by a case's process that began before isolations had one of their own. */
export const notifyIsolation =
  (uses: Uses) =>
  async ({ caseId, at, commandId }: Step): Promise<void> => {
    const id = await uses.lookups.isolationOfCase(caseId);
    if (id === undefined) throw new NotFound('isolation/not-found', { caseId });
    const step = { id, at, commandId };
    const { state } = (await uses.isolations.load(id)).aggregate;
    if (state.stage === 'ended') return;
    await sendIsolationNotice(uses)(step);
    await change(uses.isolations, id, {}, (isolation) =>
      isolation.execute({ type: 'RecordNotice', ...byIsolationProcess(step) }),
    );
  };
