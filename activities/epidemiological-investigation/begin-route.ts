import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, routeId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { byProcess } from '../step.ts';
import type { Request, Step, Uses } from '../uses.ts';
import type { RouteUses } from './route-command.ts';

/** The investigation of a case's route begins. One per case: the repository's unique key on the case sees to it. */
export const beginRoute =
  ({ routes, cases, clock, newId }: RouteUses & Readonly<{ cases: Repository<Case>; newId: () => string }>) =>
  async (input: Request & Readonly<{ caseId: string }>): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const aCase = (await cases.load(input.caseId)).aggregate;
    const route = Route.unbegun(routeId(newId()));
    route.execute({
      type: 'BeginRoute',
      caseId: caseId(aCase.id),
      district: District.recorded(aCase.state.district),
      by: input.by,
      at,
    });
    return create(routes, route, input);
  };

/** Whenever infection is confirmed: its investigation begins, once per case. Quiet where it has, and for a case that is none any more. */
export const beginInvestigation =
  ({ routes, cases, lookups, newId }: Pick<Uses, 'routes' | 'cases' | 'lookups' | 'newId'>) =>
  async (step: Step): Promise<void> => {
    if ((await lookups.routeOfCase(step.caseId)) !== undefined) return;
    const { state } = (await cases.load(step.caseId)).aggregate;
    if (state.classification !== 'confirmed') return;
    const route = Route.unbegun(routeId(newId()));
    route.execute({
      type: 'BeginRoute',
      caseId: caseId(step.caseId),
      district: District.recorded(state.district),
      ...byProcess(step),
    });
    await create(routes, route, { commandId: step.commandId });
  };
