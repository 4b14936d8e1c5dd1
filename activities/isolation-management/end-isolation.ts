import type { IsolationEnd } from '../../domain/isolation-management/isolation/isolation.ts';
import { change } from '../change.ts';
import { byProcess } from '../step.ts';
import type { Moment, Uses } from '../uses.ts';

export type EndIsolationStep = Moment & Readonly<{ because: IsolationEnd }>;

/** The order ends; `false` when there was none to end. */
export const endIsolation =
  ({ isolations, lookups }: Uses) =>
  async (step: EndIsolationStep): Promise<boolean> => {
    const id = await lookups.isolationOfCase(step.caseId);
    if (id === undefined) return false;
    await change(isolations, id, {}, (isolation) =>
      isolation.execute({ type: 'EndIsolation', because: step.because, ...byProcess(step) }),
    );
    return true;
  };
