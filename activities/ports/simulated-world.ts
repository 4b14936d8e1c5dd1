import type { CaseState } from '../../domain/patient-management/case/case.state.ts';

export type OpenCase = Readonly<{ caseId: string; state: CaseState }>;

/** What a simulation needs of the store and of the engine. */
export interface SimulatedWorld {
  now(): Promise<string>;
  /** Moves our clock. Never backwards. */
  setClock(to: string): Promise<void>;
  /** One mover at a time, also across API processes; nothing when somebody else moves. */
  exclusively<Result>(move: () => Promise<Result>): Promise<Result | undefined>;
  /** Cases whose process may still be running: open ones, and those closed a moment ago. */
  openCases(): Promise<readonly OpenCase[]>;
  /** When tests without a result were ordered. */
  awaitedTests(): Promise<readonly string[]>;
  /** Something is on its way: an event, an effect, a step of a process. */
  isBusy(): Promise<boolean>;
  /** Brings the process of every open case to a moment. */
  fastForward(openCases: readonly OpenCase[], to: string): Promise<void>;
}
