import type { CaseStage } from '../../domain/patient-management/case/case.state.ts';

export type EpisodeOf = Readonly<{ caseId: string; stage: CaseStage; contactId?: string }>;

/** Questions across aggregates about a contact. Answers are ids, oldest first. */
export interface ContactLookups {
  testsOfContact(contactId: string): Promise<readonly string[]>;
  /** The latest quarantine that counts this contact among its exposures, running or ended. */
  quarantineOfContact(contactId: string): Promise<string | undefined>;
  /** Every episode of one disease that a person has had. `contactId`: as which it was found. */
  episodesOf(personId: string, disease: string): Promise<readonly EpisodeOf[]>;
}
