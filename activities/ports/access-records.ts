/** One access to personal data, or the refusal of one. Ids, codes and addresses of computers; never a person's values. */
export type AccessEntry = Readonly<{
  /** The rows of one request have it in common: a page shows many people. */
  requestId: string;
  /** Unknown where the token was refused. */
  staffId?: string | undefined;
  roles: readonly string[];
  /** Administrative codes for which they are responsible. */
  offices: readonly string[];
  /** An IP address. */
  sourceAddress: string;
  /** As it is declared: `GET /cases/:id`. */
  endpoint: string;
  /** The right that it took. */
  action?: string | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  /** Found by the subject or the case where it is not said. */
  personId?: string | undefined;
  caseId?: string | undefined;
  /** The subject's district. */
  district?: string | undefined;
  /** The code of the refusal; without one it was allowed. */
  problem?: string | undefined;
  /** A code of the closed list. */
  reason?: string | undefined;
}>;

export interface AccessRecords {
  /** Resolved once the rows are stored for good. @throws AccessNotRecorded */
  record(entries: readonly AccessEntry[]): Promise<void>;
  /** Stores how far this process has come. To be called once nothing more is recorded. */
  close(): Promise<void>;
}

/** Nothing is answered of which no record is left. */
export class AccessNotRecorded extends Error {
  constructor(cause: unknown) {
    super('access was not recorded', { cause });
    this.name = 'AccessNotRecorded';
  }
}
