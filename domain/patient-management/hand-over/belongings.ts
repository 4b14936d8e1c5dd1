/** What has a district of its own and moves with its case. A contact stays where the person exposed lives. */
export const BELONGINGS = ['isolation', 'supplies', 'route', 'information-request'] as const;
export type BelongingKind = (typeof BELONGINGS)[number];

/** Without a district of their own: they are where the case or its isolation is. */
const WITH_THE_CASE: readonly string[] = ['living-support', 'survey', 'test'];

/** Whether what a process knows of where something lies may be of before a hand-over. */
export const mayHaveMoved = (kind: string, isOfACase: boolean): boolean =>
  BELONGINGS.some((one) => one === kind) || (isOfACase && WITH_THE_CASE.includes(kind));
