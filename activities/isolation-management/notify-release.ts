import { NotFound } from '../../domain/shared-kernel/domain-error.ts';
import { change } from '../change.ts';
import { callOffMessage, textMessage } from '../text-message.ts';
import type { Step, SubjectStep, Uses } from '../uses.ts';
import { byIsolationProcess, keyOfFirstNotice, keyOfNotice, ownerOf } from './isolation-step.ts';

/**
 * 격리 해제 통지: the person is told that the order has ended, and why. Nobody is told after a death, or that they may
 * leave where an isolation takes the place of a quarantine. While the notice of the order may still go out, this one
 * waits: whoever reads it last stays in.
 */
export const sendReleaseNotice =
  (uses: Uses) =>
  async (step: SubjectStep): Promise<void> => {
    const { state } = (await uses.isolations.load(step.id)).aggregate;
    const { endedBecause } = state;
    if (state.releaseNotifiedAt !== undefined) return;
    if (endedBecause === 'deceased' || endedBecause === 'became-case') return;
    await callOffMessage(uses, keyOfFirstNotice(step.id, state));
    const ofQuarantine = state.kind === 'quarantine';
    const withdrawn = state.endedBecause === 'withdrawn';
    await textMessage(uses, {
      name: ofQuarantine ? 'quarantine-release-notice' : 'release-notice',
      key: keyOfNotice(step.id, state, ofQuarantine ? 'quarantine-release-notice' : 'release-notice'),
      owner: ownerOf(step.id, state),
      personId: state.personId,
      template: ofQuarantine
        ? 'quarantine-release-notice'
        : withdrawn
          ? 'withdrawal-notice'
          : 'release-notice',
    });
    await change(uses.isolations, step.id, {}, (isolation) =>
      isolation.execute({ type: 'RecordReleaseNotice', ...byIsolationProcess(step) }),
    );
  };

/** The same, asked for by a case's process that began before isolations had one of their own. */
export const notifyRelease =
  (uses: Uses) =>
  async ({ caseId, at, commandId }: Step): Promise<void> => {
    const id = await uses.lookups.isolationOfCase(caseId);
    if (id === undefined) throw new NotFound('isolation/not-found', { caseId });
    await sendReleaseNotice(uses)({ id, at, commandId });
  };
