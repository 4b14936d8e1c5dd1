import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { standing, type Standing } from '../../domain/patient-management/case/standing.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { Uses } from '../uses.ts';

export type ExplainedCase = Readonly<{ id: string; version: number; state: CaseState; standing: Standing }>;

/** A case with the answer to: why does it stand here, and what happens next, and when? */
export const explainCase =
  ({ cases, clock, rule }: Uses) =>
  async (id: string): Promise<ExplainedCase> => {
    const [{ aggregate }, now] = await Promise.all([cases.load(id), clock.now()]);
    const { state, version } = aggregate;
    return { id, version, state, standing: standing(rule, state, Instant.of(now)) };
  };
