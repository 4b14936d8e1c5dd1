type Page = Readonly<{ disease: string; after: string; limit: number }>;

/** `endsAt`: null where the case or the contacts decide. */
export type OpenIsolation = Readonly<{
  isolationId: string;
  kind: 'isolation' | 'quarantine';
  endsAt: string | null;
}>;

/** Isolations and quarantines that are running, and who is followed up, for reading in bulk. */
export interface OpenQuarantines {
  /** Those of cases of a disease, and of contacts of such cases, in the order of their ids, after one of them. */
  page(filter: Page): Promise<readonly OpenIsolation[]>;
  /** Contacts of a disease's cases who are followed up or not yet, in the order of their ids, after one of them. */
  contacts(filter: Page): Promise<readonly string[]>;
}
