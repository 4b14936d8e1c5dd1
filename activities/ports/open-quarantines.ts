/** Quarantines that are running, for reading in bulk. */
export interface OpenQuarantines {
  /** Those with an end of their own, of contacts of that disease's cases, in the order of their ids, after one of them. */
  page(
    filter: Readonly<{ disease: string; after: string; limit: number }>,
  ): Promise<readonly Readonly<{ isolationId: string; contactIds: readonly string[] }>[]>;
}
