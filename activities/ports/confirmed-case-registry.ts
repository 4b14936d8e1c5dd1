export type CaseNotification = Readonly<{
  /** The same key registers once. */
  key: string;
  caseId: string;
  /** RFC 3339. */
  confirmedAt: string;
  districtCode: string;
  person: Readonly<{ name: string; birthDate: string; sex: 'female' | 'male' | 'unknown'; phone?: string }>;
}>;

/** The national registry of confirmed cases. */
export interface ConfirmedCaseRegistry {
  /** @throws ExternalSystemUnavailable, ExternalSystemRefused */
  register(notification: CaseNotification): Promise<{ registryNumber: string }>;
  /** What became of a notification, by its key. Nothing: it never arrived. */
  findByKey(key: string): Promise<{ registryNumber: string } | undefined>;
}
