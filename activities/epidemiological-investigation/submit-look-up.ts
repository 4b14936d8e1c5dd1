import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { change } from '../change.ts';
import { callOff, effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import type { LookUpReceipt } from '../ports/look-up-providers.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { groundLost } from '../look-up-ground.ts';
import { keeperOf } from './look-up-provider.ts';
import { byLookUpProcess, keyOfLookUp, ownerOfLookUp } from './look-up-step.ts';
import { valuesTold } from '../known-values.ts';

/**
 * Hands an approved look-up to its provider, exactly once by key. Quiet when the provider has it. One that has lost its
 * visit or its case is not handed over, and ends by that.
 */
export const submitLookUp =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { informationRequests, cases, people, effects, entryLog } = uses;
    const { id } = step;
    const { state } = (await informationRequests.load(id)).aggregate;
    if (state.approvedBy === undefined || state.rejectedBecause !== undefined) return;
    const { system, request, provider } = keeperOf(uses, state.kind);
    const key = keyOfLookUp(id, `${system}-submission`);
    // The provider's message may have been faster than its answer.
    const find = async () => (await provider.findRequestByKey(key))?.providerReference;
    if (state.providerReference !== undefined) return callOff(effects, key, find);
    const record = (providerReference: string) =>
      change(informationRequests, id, {}, (lookUp) =>
        lookUp.execute({
          type: 'RecordSubmission',
          providerReference: reference(providerReference),
          ...byLookUpProcess(step),
        }),
      );
    const lost = await groundLost(uses, state);
    if (lost !== undefined) {
      await callOff(effects, key, find);
      const taken = await find(); // by an attempt while the ground stood: then its answer comes, and is destroyed in time
      if (taken !== undefined) await record(taken);
      else {
        await change(informationRequests, id, {}, (lookUp) =>
          lookUp.execute({
            type: 'RejectRequest',
            reason: lost,
            ...byLookUpProcess(step),
          }),
        );
      }
      return;
    }
    const aCase = (await cases.load(state.caseId)).aggregate.state;
    holdWhileInDoubt(aCase, state.caseId);
    const formal = {
      key,
      informationRequestId: id,
      legalBasis: state.legalBasis,
      approvalReference: `approval-${id}`,
    };
    const ask = async (): Promise<LookUpReceipt> => {
      if (state.venue !== undefined) {
        const { placeId: place, from, to } = state.venue;
        return entryLog.requestVisitors({ ...formal, from, to, place });
      }
      const person = await personStandingFor({ people }, aCase.personId);
      if (person.state.stage === 'erased') throw new ExternalSystemRefused(system, 'person-erased');
      const { name, birthDate, phone } = valuesTold(system, person, ['name', 'birthDate', 'phone']);
      const { periodFrom: from, periodTo: to } = state;
      return provider.request({ ...formal, from, to, person: { name, birthDate, phone } });
    };
    const providerReference = await effect(
      effects,
      { name: request, key, owner: ownerOfLookUp(id, state) },
      async () => (await ask()).providerReference,
    );
    await record(providerReference);
  };
