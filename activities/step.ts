import type { By } from '../domain/shared-kernel/aggregate-root.ts';
import type { Case } from '../domain/patient-management/case/case.ts';
import { Instant } from '../domain/shared-kernel/instant.ts';
import type { CaseRules } from '../domain/patient-management/case/case-rules.ts';
import { caseRules, type RuleSource } from './case-rules.ts';
import { changed } from './change.ts';
import type { EffectOwner } from './ports/effect-log.ts';
import type { Repository } from './ports/repository.ts';
import { PROCESS, type Moment, type Step } from './uses.ts';

/** Who and when, of a step that a process takes by itself. */
export const byProcess = ({ at }: Moment): By => ({ by: PROCESS, at: Instant.of(at) });

/** The owner of an effect on behalf of a case. */
export const ofCase = (caseId: string): EffectOwner => ({ kind: 'case', id: caseId, caseId });

/** One step of a case's process: the case after it. */
export async function stepOn(
  cases: Repository<Case>,
  step: Moment | Step,
  execute: (aCase: Case, by: By) => void | Promise<void>,
): Promise<Case> {
  const ask = 'commandId' in step ? { commandId: step.commandId } : {};
  return (await changed(cases, step.caseId, ask, (aCase) => execute(aCase, byProcess(step)))).aggregate;
}

/** The same for a step that the protocol decides: it is handed the rules that govern the case at that moment. */
export const stepByRules = (
  uses: RuleSource & Readonly<{ cases: Repository<Case> }>,
  step: Moment | Step,
  execute: (aCase: Case, by: By, rule: CaseRules) => void,
): Promise<Case> =>
  stepOn(uses.cases, step, async (aCase, by) =>
    execute(aCase, by, await caseRules(uses, aCase.state, step.at)),
  );
