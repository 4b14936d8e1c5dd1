import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { effect } from '../effect.ts';
import { holdWhileInDoubt } from '../hold-while-in-doubt.ts';
import { ExternalSystemRefused } from '../ports/external-system.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { Step, Uses } from '../uses.ts';
import { ofCase, stepOn } from '../step.ts';
import { cancelTasks } from '../cancel-tasks.ts';
import { closeRegistration } from './close-registration.ts';
import { valuesTold } from '../known-values.ts';

/**
 * 확진자 등록: tells the registry of a confirmed case, exactly once by key; what an earlier run of the process asked of staff
 * is settled by that. Quiet when the diagnosis was withdrawn first.
 */
export const registerConfirmedCase =
  (uses: Uses) =>
  async (step: Step): Promise<void> => {
    const { state } = (await uses.cases.load(step.caseId)).aggregate;
    if (state.classification !== 'confirmed') return;
    if (state.registryNumber === undefined) await register(uses, step, state);
    const { caseId, at } = step;
    await cancelTasks(uses)({ caseId, at, kinds: ['registration-refused'] });
  };

async function register(uses: Uses, step: Step, state: CaseState): Promise<void> {
  const { cases, people, effects, registry } = uses;
  holdWhileInDoubt(state, step.caseId);
  const person = await personStandingFor({ people }, state.personId);
  if (person.state.stage === 'erased') throw new ExternalSystemRefused('registry', 'person-erased');
  const told = valuesTold('registry', person, ['name', 'birthDate']);
  const registryNumber = await effect(
    effects,
    { name: 'registration', key: step.commandId, owner: ofCase(step.caseId) },
    async () => {
      const answer = await registry.register({
        key: step.commandId,
        caseId: step.caseId,
        confirmedAt: state.confirmedAt ?? step.at,
        districtCode: state.district,
        person: told,
      });
      return answer.registryNumber;
    },
  );
  const { caseId, at } = step;
  const after = await stepOn(cases, { caseId, at }, (aCase, by) =>
    aCase.execute({ type: 'RecordRegistration', registryNumber, ...by }),
  );
  // Withdrawn while the registry took it: its process has looked already, and found nothing there.
  if (after.state.stage === 'withdrawn') await closeRegistration(uses)(step);
}
