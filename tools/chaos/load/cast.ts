import type { AimName } from '../faults/aims.ts';
import type { ContradictionName } from '../faults/contradictions.ts';
import type { Fault } from '../faults/fault.ts';
import type { Story } from './story.ts';

/** Ill for three days: the isolation lasts longer than the run. */
const AT_HOME: Partial<Story> = {
  kind: 'diagnosis',
  specimen: undefined,
  turn: undefined,
  onsetDaysAgo: 3,
  courses: ['improving'],
  ends: ['home-treatment'],
};
/** Asked at once, and released by the first good answer. */
const RELEASED: Partial<Story> = { ...AT_HOME, onsetDaysAgo: 12, ends: ['released'] };
const LACKING: Partial<Story> = { ...AT_HOME, missing: [{ code: 'rice', quantity: 1 }] };

/** What a patient has to go through for what is aimed at to happen; nothing where nearly every story has it. */
const LEADS_TO: Partial<Record<AimName, Partial<Story>>> = {
  'test-order': { ...RELEASED, kind: 'suspicion', specimen: 'POS' },
  'not-a-case-notice': { ...RELEASED, kind: 'suspicion', specimen: 'NEG', ends: ['not-a-case'] },
  'symptom-question': { ...RELEASED, channel: 'sms' },
  'answer-by-sms': { ...RELEASED, channel: 'sms' },
  'isolation-notice': AT_HOME,
  'release-notice': RELEASED,
  'quarantine-notice': { ...AT_HOME, namesContact: true },
  'essentials-question': { ...AT_HOME, checksWhenAsked: true },
  'supplies-payment': LACKING,
  'supplies-parcel': LACKING,
  'supplies-refund': { ...LACKING, parcel: 'lost' },
  'supplies-delayed': { ...LACKING, parcel: 'lost' },
  'supplies-cancelled': { ...LACKING, parcel: 'returned' },
  'interview-link': { ...AT_HOME, interview: 'silent' },
  'survey-form-withdrawal': {
    ...RELEASED,
    kind: 'suspicion',
    specimen: 'POS',
    turn: 'withdrawal',
    ends: ['withdrawn', 'released'],
    interview: 'silent',
  },
  'living-support-payment': RELEASED,
  'living-support-notice': RELEASED,
  // Released late enough that the isolation was in force, with its notice proven.
  'living-support-recall': { ...RELEASED, channel: 'staff', turn: 'late-violation' },
};

/** The same for what a partner takes back. */
const LEADS_TO_SAYING: Partial<Record<ContradictionName, Partial<Story>>> = {
  'parcel lost after delivered': LACKING,
  'parcel returned after delivered': LACKING,
  'parcel delivered after lost': { ...LACKING, parcel: 'lost' },
  'parcel delivered after returned': { ...LACKING, parcel: 'returned' },
  'payment failed after paid': LACKING,
  'transfer failed after paid': RELEASED,
  'another result': { ...RELEASED, kind: 'suspicion', specimen: 'POS' },
  'corrected result': { ...RELEASED, kind: 'suspicion', specimen: 'POS' },
  'declined after answered': { ...AT_HOME, interview: 'answers' },
};

const storyFor = (fault: Fault): Partial<Story> | undefined => {
  if (fault.kind === 'contradiction') return LEADS_TO_SAYING[fault.what];
  return fault.kind === 'partner' && fault.aim !== undefined ? LEADS_TO[fault.aim] : undefined;
};

export const isSeldom = (aim: AimName): boolean => LEADS_TO[aim] !== undefined;

/** Gives each fault that waits for something seldom a patient to whom it happens, who comes after the fault was set up. */
export function cast(stories: readonly Story[], faults: readonly Fault[], from: number): readonly Story[] {
  const needed = faults.flatMap((fault) => storyFor(fault) ?? []);
  return stories.map((story, place) => ({ ...story, ...needed[place - from] }));
}
