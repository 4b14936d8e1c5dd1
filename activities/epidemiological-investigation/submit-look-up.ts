import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { change } from '../change.ts';
import { effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { keeperOf } from './look-up-provider.ts';
import { byLookUpProcess, keyOfLookUp, ownerOfLookUp } from './look-up-step.ts';

/** Hands an approved look-up to its provider, exactly once by key. Quiet when the provider has it. */
export const submitLookUp =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { informationRequests, cases, people, effects } = uses;
    const { id } = step;
    const { state } = (await informationRequests.load(id)).aggregate;
    if (state.providerReference !== undefined || state.approvedBy === undefined) return;
    const aCase = (await cases.load(state.caseId)).aggregate.state;
    holdWhileInDoubt(aCase, state.caseId);
    const { system, request, provider } = keeperOf(uses, state.kind);
    const person = (await people.load(aCase.personId)).aggregate;
    if (person.state.stage === 'erased') throw new ExternalSystemRefused(system, 'person-erased');
    const { name, birthDate, phone } = person.personal;
    const key = keyOfLookUp(id, `${system}-submission`);
    const providerReference = await effect(
      effects,
      { name: request, key, owner: ownerOfLookUp(id, state) },
      async () => {
        const receipt = await provider.request({
          key,
          informationRequestId: id,
          legalBasis: state.legalBasis,
          approvalReference: `approval-${id}`,
          from: state.periodFrom,
          to: state.periodTo,
          person: { name, birthDate, phone },
        });
        return receipt.providerReference;
      },
    );
    const submitted = { providerReference: reference(providerReference), ...byLookUpProcess(step) };
    await change(informationRequests, id, {}, (lookUp) =>
      lookUp.execute({ type: 'RecordSubmission', ...submitted }),
    );
  };
