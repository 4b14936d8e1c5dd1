import type { TaskKind } from '../../domain/worklist/task.ts';

/** Questions that a use case asks across aggregates. Answers are ids; decisions load the aggregate itself. */
export interface Lookups {
  /** Open cases in home treatment of the people with that telephone (E.164), those that were asked first. */
  casesAtHomeByPhone(phone: string): Promise<readonly Readonly<{ caseId: string; asked: boolean }>[]>;
  /** The quarantine that is running. */
  quarantineOfPerson(personId: string): Promise<string | undefined>;
  /** People whose records were merged into this one. */
  mergedInto(personId: string): Promise<readonly string[]>;
  isolationOfCase(caseId: string): Promise<string | undefined>;
  /** All kinds, unless some are named. */
  openTasksOfCase(caseId: string, kinds?: readonly TaskKind[]): Promise<readonly string[]>;
}
