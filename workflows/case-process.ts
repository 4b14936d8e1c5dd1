import type { CaseLifecycleInput } from '../activities/ports/processes.ts';
import { livingProcess, TurnOfEvents } from './living-process.ts';
import { anyOf } from './news.ts';
import { STAGE_WORDS, WAIT_WORDS } from './words.ts';

const TURNS = anyOf('DeathReported', 'DiagnosisWithdrawn', 'TransferredToHospital');
const TURNS_AND_PROTOCOLS = anyOf(
  'DeathReported',
  'DiagnosisWithdrawn',
  'TransferredToHospital',
  'ProtocolApplied',
);

/** A case's process. */
export function caseProcess({ caseId, ...input }: CaseLifecycleInput) {
  let turns = TURNS;
  const life = livingProcess(input, {
    stageAttribute: 'CaseStage',
    stageWords: STAGE_WORDS,
    waitWords: WAIT_WORDS,
    turns: (news) => turns(news),
  });
  return {
    ...life,
    moment: () => ({ caseId, at: life.now() }),
    /** A step with the id under which it is taken once, whatever happens to this process. */
    step: (name: string) => ({ caseId, at: life.now(), commandId: `case:${caseId}:${name}` }),
    /** A wait that a protocol ends too, where it has taken the case elsewhere. */
    unlessReplanned: async (wait: () => Promise<void>, hasMoved: () => Promise<boolean>): Promise<void> => {
      turns = TURNS_AND_PROTOCOLS;
      try {
        await wait();
      } catch (error) {
        if (!(error instanceof TurnOfEvents) || (await hasMoved())) throw error;
      } finally {
        turns = TURNS;
      }
    },
    continuation: (): CaseLifecycleInput | undefined => {
      const carried = life.carriedOn();
      return carried === undefined ? undefined : { ...carried, caseId };
    },
  };
}

export type CaseProcess = ReturnType<typeof caseProcess>;
