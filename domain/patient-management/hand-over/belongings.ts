/** What has a district of its own and moves with its case. A contact stays where the person exposed lives. */
export const BELONGINGS = ['isolation', 'supplies', 'route', 'information-request'] as const;
export type BelongingKind = (typeof BELONGINGS)[number];

/** Where the case or its isolation is, as far as they are of a case; a person, a message and a task in what is asked about them. */
const WITH_THE_CASE: readonly string[] = ['living-support', 'survey', 'test', 'person', 'message', 'task'];
/** A message that tells about one of these lies where that is, which need not be where the case is. */
const ELSEWHERE: readonly string[] = ['contact', 'test'];

type AskedAbout = Readonly<{ kind: string; caseId?: string | undefined; concerns?: string | undefined }>;

/** What says where a task lies that may have moved with a hand-over meanwhile: its subject, or the case. */
export const movesWith = ({ kind, caseId, concerns }: AskedAbout): 'subject' | 'case' | undefined => {
  if (BELONGINGS.some((one) => one === kind)) return 'subject';
  const liesElsewhere = kind === 'message' && concerns !== undefined && ELSEWHERE.includes(concerns);
  return caseId !== undefined && WITH_THE_CASE.includes(kind) && !liesElsewhere ? 'case' : undefined;
};
