import { effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import type { Step, Uses } from '../uses.ts';
import { ofCase, stepOn } from '../step.ts';

/** 확진자 등록: tells the registry of a confirmed case, exactly once by key. Quiet when the diagnosis was withdrawn first. */
export const registerConfirmedCase =
  ({ cases, people, effects, registry }: Uses) =>
  async (step: Step): Promise<void> => {
    const { state } = (await cases.load(step.caseId)).aggregate;
    if (state.registryNumber !== undefined || state.classification !== 'confirmed') return;
    holdWhileInDoubt(state, step.caseId);
    const person = (await people.load(state.personId)).aggregate;
    if (person.state.stage === 'erased') throw new ExternalSystemRefused('registry', 'person-erased');
    const { personal } = person;
    const registryNumber = await effect(
      effects,
      { name: 'registration', key: step.commandId, owner: ofCase(step.caseId) },
      async () => {
        const answer = await registry.register({
          key: step.commandId,
          caseId: step.caseId,
          confirmedAt: state.confirmedAt ?? step.at,
          districtCode: state.district,
          person: personal,
        });
        return answer.registryNumber;
      },
    );
    const { caseId, at } = step;
    await stepOn(cases, { caseId, at }, (aCase, by) =>
      aCase.execute({ type: 'RecordRegistration', registryNumber, ...by }),
    );
  };
