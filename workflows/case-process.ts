import type { CaseLifecycleInput } from '../activities/ports/processes.ts';
import { livingProcess } from './living-process.ts';
import { anyOf } from './news.ts';
import { STAGE_WORDS, WAIT_WORDS } from './words.ts';

/** A case's process. */
export function caseProcess({ caseId, ...input }: CaseLifecycleInput) {
  const life = livingProcess(input, {
    stageAttribute: 'CaseStage',
    stageWords: STAGE_WORDS,
    waitWords: WAIT_WORDS,
    turns: anyOf('DeathReported', 'DiagnosisWithdrawn', 'TransferredToHospital'),
  });
  return {
    ...life,
    moment: () => ({ caseId, at: life.now() }),
    /** A step with the id under which it is taken once, whatever happens to this process. */
    step: (name: string) => ({ caseId, at: life.now(), commandId: `case:${caseId}:${name}` }),
    continuation: (): CaseLifecycleInput | undefined => {
      const carried = life.carriedOn();
      return carried === undefined ? undefined : { ...carried, caseId };
    },
  };
}

export type CaseProcess = ReturnType<typeof caseProcess>;
