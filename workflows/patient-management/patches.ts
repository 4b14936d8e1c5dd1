import { patched } from '@temporalio/workflow';

/** Isolations have a process of their own since, which sends the notices. Cases that began before send them themselves. */
export const isolationHasItsOwn = (): boolean => patched('isolation-of-its-own');

/** A case has tiers and a deadline of registration, and is judged in hospital too, since. */
export const isComplete = (): boolean => patched('complete-case');

/** The investigation of a confirmed case begins by itself since. */
export const beginsInvestigation = (): boolean => patched('begins-investigation');

/** A protocol that frees a patient ends the wait for a result or a clinician since. */
export const isFreedByProtocol = (): boolean => patched('freed-by-protocol');
