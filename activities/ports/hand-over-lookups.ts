import type { BelongingKind } from '../../domain/patient-management/hand-over/belongings.ts';

export type Belonging = Readonly<{ kind: BelongingKind; id: string }>;

/** What a hand-over asks across aggregates. */
export interface HandOverLookups {
  /** The one that nobody has ended yet. */
  openHandOverOf(caseId: string): Promise<string | undefined>;
  /** Whatever became of it. */
  lastHandOverOf(caseId: string): Promise<string | undefined>;
  /** What belongs to the case, whatever its stage, and lies in any other district than this one. */
  leftBehind(caseId: string, district: string): Promise<readonly Belonging[]>;
  /** Open tasks about the case and what moves with it, on the list of any other district than this one. */
  tasksLeftBehind(caseId: string, district: string): Promise<readonly string[]>;
}
