import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import { effect } from '../effect.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { keeperOf } from './look-up-provider.ts';
import { byLookUpProcess, keyOfLookUp, ownerOfLookUp } from './look-up-step.ts';

/**
 * Has the raw records destroyed at the provider, exactly once by key, and keeps the certificate. Asked for by the
 * look-up's process and by the sweep: the second is quiet, and neither may before the last day of the records. A doubted identity does not hold it.
 */
export const destroyRecords =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { informationRequests, effects } = uses;
    const { id } = step;
    const { aggregate } = await informationRequests.load(id);
    const { state } = aggregate;
    const { resultReference } = state;
    if (resultReference === undefined) return;
    aggregate.needsLastDay(Instant.of(step.at));
    const { system, destruction, provider } = keeperOf(uses, state.kind);
    const key = keyOfLookUp(id, `${system}-destruction`);
    const certificateId = await effect(
      effects,
      { name: destruction, key, owner: ownerOfLookUp(id, state) },
      async () => (await provider.destroyRecords({ key, resultReference })).certificateId,
    );
    const proof = { certificateId: reference(certificateId), ...byLookUpProcess(step) };
    await change(informationRequests, id, {}, (lookUp) =>
      lookUp.execute({ type: 'RecordDestruction', ...proof }),
    );
  };
