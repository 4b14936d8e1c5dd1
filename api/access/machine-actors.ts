/** Under what the history names those who are no members of staff: partners, people who answer, nobody. */
const MACHINES: ReadonlySet<string> = new Set([
  'card-history',
  'contact',
  'delivery',
  'entry-log',
  'living-support',
  'living-support-payments',
  'nobody',
  'none',
  'patient',
  'payment',
  'pcr-laboratory',
  'process',
  'registry',
  'sms',
  'survey',
]);

/** However it is written: for a reader the two would be one. What has a colon (`process:case`) is one of ours too. */
export const isMachine = (actor: string): boolean => actor.includes(':') || MACHINES.has(actor.toLowerCase());
