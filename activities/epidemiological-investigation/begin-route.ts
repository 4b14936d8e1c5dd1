import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, routeId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { create } from '../change.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';
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
      district: District.of(aCase.state.district),
      by: input.by,
      at,
    });
    return create(routes, route, input);
  };
