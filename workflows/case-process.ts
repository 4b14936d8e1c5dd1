import type { CaseLifecycleInput } from '../activities/ports/processes.ts';
import { store } from './activity-presets.ts';
import { livingProcess, TurnOfEvents } from './living-process.ts';
import { anyOf, either } from './news.ts';
import { told } from './summaries.ts';
import { STAGE_WORDS, WAIT_WORDS } from './words.ts';

const TURNS = anyOf('DeathReported', 'DiagnosisWithdrawn', 'TransferredToHospital');
const TURNS_AND_PROTOCOLS = either(TURNS, anyOf('ProtocolApplied'));

/** A case's process. */
export function caseProcess({ caseId, ...input }: CaseLifecycleInput) {
  let turns = TURNS;
  const life = livingProcess(input, {
    stageAttribute: 'CaseStage',
    stageWords: STAGE_WORDS,
    waitWords: WAIT_WORDS,
    turns: (news) => turns(news),
    askToMend: async (name, reason): Promise<boolean> => {
      const task = { ...step(`${name}:task`), kind: 'process-parked', reason } as const;
      return (await told(store.openTask, '담당자 과업 · task for staff: process-parked', task)).decided;
    },
  });
  const moment = () => ({ caseId, at: life.now() });
  /** A step with the id under which it is taken once, whatever happens to this process. */
  const step = (name: string) => ({ ...moment(), commandId: `case:${caseId}:${name}` });
  return {
    ...life,
    moment,
    step,
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
