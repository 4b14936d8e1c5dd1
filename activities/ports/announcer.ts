import type { News, ProcessName } from './processes.ts';

/** News for one process, oldest first. `begins`: an opening event is among them. */
export type Announcement = Readonly<{
  process: ProcessName;
  id: string;
  /** Of the case in whose history the news stand. */
  caseId: string | null;
  begins: boolean;
  news: readonly News[];
}>;

/** Brings news to the processes. Returns when the engine has stored it; may be called twice for the same news. */
export interface Announcer {
  announce(announcement: Announcement): Promise<void>;
}
