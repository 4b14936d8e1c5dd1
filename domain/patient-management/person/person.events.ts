import type { DomainEvent } from '../../shared-kernel/aggregate-root.ts';
import type { Language, PreferredChannel } from './person.state.ts';
import type { CorrectableField } from './personal-values.ts';

type Fact<Type extends string, Payload = unknown> = DomainEvent & Readonly<{ type: Type; v: 1 } & Payload>;

export type PersonRegistered = Fact<'PersonRegistered', { district: string; language: Language }>;
/** The names of what changed, never the values. `language` is the one in which texts are sent, where that changed. */
export type PersonalValuesCorrected = Fact<
  'PersonalValuesCorrected',
  { fields: readonly (CorrectableField | 'language')[]; language?: Language }
>;
export type PersonMoved = Fact<'PersonMoved', { district: string }>;
export type PreferredChannelChanged = Fact<'PreferredChannelChanged', { channel: PreferredChannel }>;
export type HouseholdJoined = Fact<'HouseholdJoined', { householdId: string }>;
export type HouseholdLeft = Fact<'HouseholdLeft', { householdId: string }>;
export type GuardianAppointed = Fact<'GuardianAppointed', { guardianId: string }>;
export type GuardianRemoved = Fact<'GuardianRemoved', { guardianId: string }>;
export type PersonMerged = Fact<
  'PersonMerged',
  { into: string; reason: 'officer' } | { into: string; reason: 'likeness'; score: number }
>;
export type MergeUndone = Fact<'MergeUndone', { from: string }>;
export type PersonErased = Fact<'PersonErased', { legalBasis: string }>;

export type PersonEvent =
  | PersonRegistered
  | PersonalValuesCorrected
  | PersonMoved
  | PreferredChannelChanged
  | HouseholdJoined
  | HouseholdLeft
  | GuardianAppointed
  | GuardianRemoved
  | PersonMerged
  | MergeUndone
  | PersonErased;
