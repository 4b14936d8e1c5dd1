import type { ExpiringClass, RecordClass } from './retention.ts';

type Class = RecordClass | ExpiringClass | 'look-up-record';
/** What becomes of what a column may tell of a person. */
export type Holding =
  | Readonly<{ destroyedBy: Class | readonly Class[] }>
  /** Gone by itself before any sweep comes. */
  | Readonly<{ goneWhen: string }>
  /** Whose it was cannot be told once the person's values are gone; or the reason why it may stay. */
  | Readonly<{ keptBecause: string }>
  /** Says nothing about a person. */
  | 'impersonal';

export const values: Holding = { destroyedBy: 'personal-values' };
/** Codes and days under a person's id: health among them, and no name, telephone, address or free text. */
export const record: Holding = {
  keptBecause:
    'record of what was done, in ids, codes and days; nobody’s once personal-values destroyed the person’s',
};
export const link: Holding = {
  keptBecause: 'a random id: leads to nobody once personal-values destroyed the person’s',
};
export const aggregate = { id: link, version: 'impersonal', state: record } as const;
export const check: Holding = { destroyedBy: 'follow-up' };
export const visits: Holding = { destroyedBy: 'route-visits' };
export const message: Holding = { destroyedBy: 'partner-message' };
export const request: Holding = { destroyedBy: 'answered-request' };
/** Of a process or a partner. */
export const proof =
  'keeps a step and a partner’s message from being taken twice: ids, moments, and a hash over a whole message';

export const taken: Holding = { destroyedBy: 'export-download' };
export const order: Holding = {
  keptBecause: 'who of the staff gave a command for many, as whom and from where; no patient',
};
/** Who of the staff opened what, from where, and nothing of what they saw. */
export const access: Holding = { destroyedBy: 'access-record' };
