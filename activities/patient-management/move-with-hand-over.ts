import { District } from '../../domain/shared-kernel/district.ts';
import { handOverId } from '../../domain/shared-kernel/id.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { change, type Ask } from '../change.ts';
import type { Belonging } from '../ports/hand-over-lookups.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byHandOverProcess } from './settle-hand-over.ts';

/** Each aggregate moves once for a hand-over, whatever happens to the process between two of them. */
const once = (id: string, part: string): Ask => ({ commandId: `hand-over:${id}:${part}` });

/** From here on the other district is responsible. */
export const moveCase =
  ({ handOvers, cases }: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { caseId, from, to } = (await handOvers.load(step.id)).aggregate.state;
    const districts = { from: District.recorded(from), to: District.recorded(to) };
    const move = { type: 'MoveCase', handOverId: handOverId(step.id), ...districts } as const;
    await change(cases, caseId, once(step.id, 'case'), (aCase) =>
      aCase.execute({ ...move, ...byHandOverProcess(step) }),
    );
  };

/** Where the person lives elsewhere now, their record moves too: the one that stands for them. One that was erased stays. */
export const relocatePerson =
  ({ handOvers, cases, people }: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { caseId, to, reason } = (await handOvers.load(step.id)).aggregate.state;
    if (reason !== 'moved') return;
    const { personId } = (await cases.load(caseId)).aggregate.state;
    const standing = await personStandingFor({ people }, personId);
    await change(people, standing.id, once(step.id, 'person'), (person) => {
      if (person.state.stage !== 'registered') return;
      person.execute({ type: 'MoveToDistrict', district: District.recorded(to), ...byHandOverProcess(step) });
    });
  };

/**
 * Asked until nothing is left: what was made on the old side at this very moment moves too.
 * @throws TypeError where something stays behind though it was moved: a person is to look at it
 */
export const moveBelongings =
  (uses: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { caseId, to } = (await uses.handOvers.load(step.id)).aggregate.state;
    const moved = new Set<string>();
    for (;;) {
      const left = await uses.lookups.leftBehind(caseId, to);
      if (left.length === 0) return;
      if (left.every(({ id }) => moved.has(id))) throw new TypeError('what was moved lies where it lay');
      for (const one of left) {
        const where = { to: District.recorded(to), ...byHandOverProcess(step) };
        await relocate(uses, one, once(step.id, `${one.kind}:${one.id}`), where);
        moved.add(one.id);
      }
    }
  };

async function relocate(
  { isolations, supplies, routes, informationRequests }: Uses,
  { kind, id }: Belonging,
  ask: Ask,
  where: By & Readonly<{ to: District }>,
): Promise<void> {
  switch (kind) {
    case 'isolation':
      await change(isolations, id, ask, (one) => one.execute({ type: 'RelocateIsolation', ...where }));
      return;
    case 'supplies':
      await change(supplies, id, ask, (one) => one.execute({ type: 'RelocateSupplies', ...where }));
      return;
    case 'route':
      await change(routes, id, ask, (one) => one.execute({ type: 'RelocateRoute', ...where }));
      return;
    case 'information-request':
      await change(informationRequests, id, ask, (one) => one.execute({ type: 'RelocateLookUp', ...where }));
  }
}

/** What people were asked about it lies on the other district's lists, where nobody has taken it yet. */
export const moveTasks =
  ({ handOvers, tasks, lookups }: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    const { caseId, to } = (await handOvers.load(step.id)).aggregate.state;
    const where = { to: District.recorded(to), ...byHandOverProcess(step) };
    for (const id of await lookups.tasksLeftBehind(caseId, to))
      await change(tasks, id, once(step.id, `task:${id}`), (task) =>
        task.execute({ type: 'RelocateTask', ...where }),
      );
  };

/** Everything has moved. */
export const completeHandOver =
  ({ handOvers }: Uses) =>
  async (step: SubjectMoment): Promise<void> => {
    await change(handOvers, step.id, {}, (handOver) =>
      handOver.execute({ type: 'CompleteHandOver', ...byHandOverProcess(step) }),
    );
  };
