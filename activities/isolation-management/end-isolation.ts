import type { IsolationEnd } from '../../domain/isolation-management/isolation/isolation.ts';
import { change } from '../change.ts';
import { byProcess } from '../step.ts';
import type { Moment, Uses } from '../uses.ts';
import { freeSince } from './free-since.ts';

export type EndIsolationStep = Moment & Readonly<{ because: IsolationEnd }>;

/** The order ends; `false` when there was none to end. */
export const endIsolation =
  (uses: Uses) =>
  async (step: EndIsolationStep): Promise<boolean> => {
    const { because, caseId, at: endedAt } = step;
    const id = await uses.lookups.isolationOfCase(caseId);
    if (id === undefined) return false;
    const { state } = (await uses.cases.load(caseId)).aggregate;
    await change(uses.isolations, id, {}, async (isolation) => {
      const { orderedAt } = isolation.state;
      const overSince = because === 'released' && (await freeSince(uses, state, { orderedAt, endedAt }));
      isolation.execute({
        type: 'EndIsolation',
        because,
        ...(overSince ? { overSince } : {}),
        ...byProcess(step),
      });
    });
    return true;
  };
