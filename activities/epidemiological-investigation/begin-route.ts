import { Route } from '../../domain/epidemiological-investigation/route/route.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, routeId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change, create } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt } from '../ports/repository.ts';
import { byProcess } from '../step.ts';
import type { Request, Step, Uses } from '../uses.ts';

type Beginning = Pick<Uses, 'routes' | 'cases' | 'newId'> &
  Readonly<{ lookups: Pick<Uses['lookups'], 'routeOfCase'> }>;

/** The investigation of a case's route begins, with what a list may have told before. One per case: the repository's unique key on the case sees to it. */
export const beginRoute =
  ({ routes, cases, lookups, clock, newId }: Beginning & Readonly<{ clock: Clock }>) =>
  async (input: Request & Readonly<{ caseId: string }>): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const aCase = (await cases.load(input.caseId)).aggregate;
    if (aCase.isRecorded) throw new RuleBroken('case/not-led-here');
    const command = {
      type: 'BeginRoute',
      caseId: caseId(aCase.id),
      district: District.recorded(aCase.state.district),
      by: input.by,
      at,
    } as const;
    const listed = await lookups.routeOfCase(aCase.id);
    if (listed !== undefined && (await routes.load(listed)).aggregate.isRecorded)
      return change(routes, listed, input, (route) => route.execute(command));
    const route = Route.unbegun(routeId(newId()));
    route.execute(command);
    return create(routes, route, input);
  };

/** Whenever infection is confirmed: its investigation begins, once per case. Quiet where it has, and for a case that is none any more. */
export const beginInvestigation =
  ({ routes, cases, lookups, newId }: Beginning) =>
  async (step: Step): Promise<void> => {
    const known = await lookups.routeOfCase(step.caseId);
    if (known !== undefined && !(await routes.load(known)).aggregate.isRecorded) return;
    const { state } = (await cases.load(step.caseId)).aggregate;
    if (state.classification !== 'confirmed') return;
    const command = {
      type: 'BeginRoute',
      caseId: caseId(step.caseId),
      district: District.recorded(state.district),
      ...byProcess(step),
    } as const;
    if (known !== undefined) {
      await change(routes, known, { commandId: step.commandId }, (route) => {
        if (route.isRecorded) route.execute(command);
      });
      return;
    }
    const route = Route.unbegun(routeId(newId()));
    route.execute(command);
    await create(routes, route, { commandId: step.commandId });
  };
