import { patched } from '@temporalio/workflow';

/** A run of the second version has all of these from its beginning, without a mark in its history for each. */
type Begun = Readonly<{ isLean: boolean }>;

/** Isolations have a process of their own since, which sends the notices. Cases that began before send them themselves. */
export const isolationHasItsOwn = ({ isLean }: Begun): boolean => isLean || patched('isolation-of-its-own');

/** A case has tiers and a deadline of registration, and is judged in hospital too, since. */
export const isComplete = ({ isLean }: Begun): boolean => isLean || patched('complete-case');

/** The investigation of a confirmed case begins by itself since. */
export const beginsInvestigation = ({ isLean }: Begun): boolean => isLean || patched('begins-investigation');

/** A protocol that frees a patient ends the wait for a result or a clinician since. */
export const isFreedByProtocol = ({ isLean }: Begun): boolean => isLean || patched('freed-by-protocol');

/** A release test whose result comes when the patient is elsewhere counts since. */
export const hearsLateRetests = (): boolean => patched('late-retests');

/** A late result is asked for again when somebody has dealt with its task since. */
export const asksAgainWhenOverdue = (): boolean => patched('overdue-result-asked-again');

/** A task of silence that was decided before its process began again is not waited for since. */
export const asksAgainAfterDecision = (): boolean => patched('silence-after-rebuild');

/** A test is ordered beside the wait for its result since: a laboratory that is down hides no turn of events. */
export const ordersBeside = (): boolean => patched('test-ordered-beside');

/** Whose question was held while their identity was in doubt has its time to answer from when it goes out, since. */
export const hasTimeToAnswer = (): boolean => patched('time-to-answer-after-doubt');
