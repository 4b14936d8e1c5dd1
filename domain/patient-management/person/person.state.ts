import type { PersonEvent } from './person.events.ts';

/** The languages in which texts exist. */
export type Language = 'ko' | 'en';
export type PreferredChannel = 'sms' | 'telephone' | 'app' | 'post';

/** District and language stay after everything else is erased: they say where a record belonged, not whose it was. */
export type PersonState = Readonly<{
  stage: 'registered' | 'merged' | 'erased';
  registeredAt: string;
  district: string;
  language: Language;
  /** Absent until somebody has said. */
  preferredChannel?: PreferredChannel;
  householdId?: string;
  guardianId?: string;
  /** The record that stands for this one. */
  mergedInto?: string;
  erasedAt?: string;
}>;

/** The state after one more fact. Pure, and total over every event type. */
export function evolvePerson(state: PersonState | undefined, event: PersonEvent): PersonState {
  if (event.type === 'PersonRegistered') {
    const { at, district, language } = event;
    return { stage: 'registered', registeredAt: at, district, language };
  }
  if (state === undefined) throw new TypeError(`${event.type} before PersonRegistered`);
  switch (event.type) {
    case 'PersonalValuesCorrected':
      return { ...state, language: event.language ?? state.language };
    case 'PersonMoved':
      return { ...state, district: event.district };
    case 'PreferredChannelChanged':
      return { ...state, preferredChannel: event.channel };
    case 'HouseholdJoined':
      return { ...state, householdId: event.householdId };
    case 'HouseholdLeft':
      return without(state, 'householdId');
    case 'GuardianAppointed':
      return { ...state, guardianId: event.guardianId };
    case 'GuardianRemoved':
      return without(state, 'guardianId');
    case 'PersonMerged':
      return { ...state, stage: 'merged', mergedInto: event.into };
    case 'MergeUndone':
      return { ...without(state, 'mergedInto'), stage: 'registered' };
    case 'PersonErased':
      return {
        ...without(state, 'householdId', 'guardianId', 'preferredChannel'),
        stage: 'erased',
        erasedAt: event.at,
      };
  }
}

type Absent = 'householdId' | 'guardianId' | 'preferredChannel' | 'mergedInto';

function without(state: PersonState, ...names: readonly Absent[]): PersonState {
  const rest = { ...state };
  for (const name of names) delete rest[name];
  return rest;
}
