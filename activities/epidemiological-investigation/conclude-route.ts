import { isCertain } from '../../domain/epidemiological-investigation/route/certain.ts';
import { visitId } from '../../domain/epidemiological-investigation/route/visit-id.ts';
import { change } from '../change.ts';
import type { SubjectMoment, Uses } from '../uses.ts';
import { byInvestigation } from './route-step.ts';

/** Visits that need no person are established. Answers how many are left for one. */
export const establishCertainVisits =
  ({ routes }: Pick<Uses, 'routes'>) =>
  async (step: SubjectMoment): Promise<Readonly<{ undecided: number }>> => {
    let undecided = 0;
    await change(routes, step.id, {}, (route) => {
      if (route.state.stage === 'finished') return;
      for (const visit of route.state.visits.filter(isCertain)) {
        const establish = { visitId: visitId(visit.visitId), ...byInvestigation(step) };
        route.execute({ type: 'EstablishVisit', ...establish });
      }
      undecided = route.state.visits.filter(({ standing }) => standing === 'undecided').length;
    });
    return { undecided };
  };

/** Every source has told and every visit is decided. Quiet, and not finished, when another visit has come meanwhile. */
export const concludeRoute =
  ({ routes }: Pick<Uses, 'routes'>) =>
  async (step: SubjectMoment): Promise<Readonly<{ finished: boolean }>> => {
    const { stage } = await change(routes, step.id, {}, (route) => {
      if (route.state.visits.some(({ standing }) => standing === 'undecided')) return;
      route.execute({ type: 'FinishRoute', ...byInvestigation(step) });
    });
    return { finished: stage === 'finished' };
  };
