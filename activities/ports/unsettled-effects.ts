import type { EffectOwner, EffectSystem } from './effect-log.ts';

export type UnsettledEffect = Readonly<{
  key: string;
  name: string;
  system: EffectSystem;
  owner: EffectOwner;
  /** It stands so for a time in which its process or a person ought to have settled it. */
  isOld: boolean;
}>;

/** Effects of which not everything is known that ought to be, and tasks that nobody has dealt with in time. */
export interface UnsettledEffects {
  /** Intended some minutes ago, without a known result: those first that nobody has asked about for longest. */
  withoutResult(limit: number): Promise<readonly UnsettledEffect[]>;
  /** Messages that went out long ago, of which no report has come. */
  withoutReport(limit: number): Promise<readonly UnsettledEffect[]>;
  /** Open tasks that ask what became of an effect, or of its report, where that is known by now. */
  tasksOfSettled(limit: number): Promise<readonly string[]>;
  /** Open tasks whose time limit has passed and which may still rise, with their level. */
  overdueTasks(
    at: string,
    levels: Readonly<Record<string, number>>,
    limit: number,
  ): Promise<readonly Readonly<{ taskId: string; level: number }>[]>;
}
