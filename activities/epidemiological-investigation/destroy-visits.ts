import { isNoCase } from '../../domain/patient-management/case/case.state.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { SubjectStep, Uses } from '../uses.ts';

/** By the sweep: the time for which the visits of a route are kept is over. Told again it is quiet. */
export const destroyVisits =
  ({ routes, cases }: Pick<Uses, 'routes' | 'cases'>) =>
  async ({ id, at, by }: SubjectStep & Readonly<{ by: string }>): Promise<void> => {
    const { caseId } = (await routes.load(id)).aggregate.state;
    const ofNoCase = isNoCase((await cases.load(caseId)).aggregate.state);
    await change(routes, id, {}, (route) =>
      route.execute({ type: 'DestroyVisits', isNoCase: ofNoCase, by, at: Instant.of(at) }),
    );
  };
