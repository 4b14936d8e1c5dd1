import type { News } from './processes.ts';

/** News of one process, oldest first. `begins`: an opening event is among them. */
export type Announcement = Readonly<{ caseId: string; begins: boolean; news: readonly News[] }>;

/** Brings news to the processes. Returns when the engine has stored it; may be called twice for the same news. */
export interface Announcer {
  announce(announcement: Announcement): Promise<void>;
}
