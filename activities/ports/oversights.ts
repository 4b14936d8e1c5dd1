import type { EffectOwner } from './effect-log.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';

/** Episodes that the same rules govern: of one disease, begun on one day, under the same choice. */
export type EpisodeGroup = Pick<CaseState, 'disease' | 'openedAt' | 'chosenProtocol'>;

/** What a process cannot go on with, or stopped before it had told a person. */
export interface Oversights {
  /** Of all open cases, each group once; `openedAt` is one moment of that day. */
  openEpisodes(): Promise<readonly EpisodeGroup[]>;
  /** Open cases of a group about which no task with that reason was opened, or only one that was cancelled. */
  openCasesWithoutTask(group: EpisodeGroup, reason: string, limit: number): Promise<readonly string[]>;
  /** Open tasks with that reason, and the case of each. */
  openTasksBecause(
    reason: string,
    limit: number,
  ): Promise<readonly Readonly<{ taskId: string; stage: CaseState['stage']; episode: EpisodeGroup }>[]>;
  /** Episodes of cases with contacts that are not done with, each group once. */
  episodesOfOpenContacts(): Promise<readonly EpisodeGroup[]>;
  /** Cases of a group with such contacts, about which no task with that reason was opened, or only one that was cancelled. */
  casesOfOpenContactsWithoutTask(
    group: EpisodeGroup,
    reason: string,
    limit: number,
  ): Promise<readonly string[]>;
  /** Claims whose isolation is over and which nobody could judge yet. */
  claimsToJudge(limit: number): Promise<readonly string[]>;
  /** Open tasks about claims with that reason. */
  claimTasksBecause(
    reason: string,
    limit: number,
  ): Promise<readonly Readonly<{ taskId: string; claimId: string }>[]>;
  /** Tests of cases whose last correction nobody was asked to look at. */
  correctionsUntold(limit: number): Promise<readonly string[]>;
  /**
   * Aggregates with news that could not be announced for so long, those that wait longest first; `from`: the version of
   * the first such news.
   */
  newsUntold(
    afterMinutes: number,
    limit: number,
  ): Promise<readonly Readonly<{ about: EffectOwner; from: number }>[]>;
  /** Open tasks with that reason whose subject has no such news any more. */
  tasksOfNewsTold(reason: string, limit: number): Promise<readonly string[]>;
  /** Open tasks to call or visit somebody who has answered since, or is not asked any more. */
  callsNotNeeded(limit: number): Promise<readonly string[]>;
  /** Exports that nobody was asked to approve. */
  exportsWithoutTask(limit: number): Promise<readonly string[]>;
  /** Tasks on which an export was decided that has not heard of it. */
  exportDecisionsUntold(limit: number): Promise<readonly string[]>;
  /** Open tasks to approve an export that is decided, or that was to be by this moment. */
  exportTasksNotNeeded(at: string, limit: number): Promise<readonly string[]>;
}
