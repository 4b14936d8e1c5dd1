import type { TestResult } from '../../../domain/shared-kernel/test-result.ts';
import type { Random } from '../random.ts';

/** What is going to happen to one made-up patient, drawn before the run. */
export type Story = Readonly<{
  number: number;
  kind: 'suspicion' | 'diagnosis';
  /** How the specimen's name ends tells the laboratory's simulator what to find. */
  specimen: 'POS' | 'NEG' | 'LOST' | undefined;
  onsetDaysAgo: number;
  /** How the patient says they are, one time after the other. */
  courses: readonly Course[];
  channel: 'sms' | 'staff';
  /** What is missing at home; nothing where all is there. */
  missing: readonly Readonly<{ code: string; quantity: number }>[];
  /** Somebody asks what is missing only after the text about it went out. */
  checksWhenAsked?: boolean;
  /** What becomes of the first parcel; of a returned one staff order no other. */
  parcel?: 'lost' | 'returned';
  /** What the person does with the interview that is sent to them. */
  interview: 'answers' | 'declines' | 'silent';
  /** Whether a contact of this case is found. */
  namesContact: boolean;
  /**
   * `violation`: during the isolation, once the supplies are there; `late-violation`: known when support was paid;
   * `hand-over`: another district takes the case.
   */
  turn:
    'death' | 'withdrawal' | 'hospital' | 'doubt' | 'violation' | 'late-violation' | 'hand-over' | undefined;
  /** Where the case may end up, or wait for a day to come. */
  ends: readonly string[];
  manners: Readonly<{ open: Manner; report: Manner }>;
}>;
export type Course = 'symptomFree' | 'improving' | 'notImproved';
type Manner = 'once' | 'twice' | 'cut';

/** Of what the protocol gives to people at home. */
const ITEMS = ['rice', 'ramen', 'mask', 'sanitiser'];

const MANNERS: readonly Manner[] = ['once', 'once', 'twice', 'cut'];

const KINDS: readonly Readonly<{
  share: number;
  make: () => Pick<Story, 'kind' | 'specimen' | 'turn' | 'ends'> &
    Partial<Pick<Story, 'onsetDaysAgo' | 'courses'>>;
}>[] = [
  {
    share: 6,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: undefined, ends: ['released'] }),
  },
  {
    share: 3,
    make: () => ({ kind: 'suspicion', specimen: 'POS', turn: undefined, ends: ['released'] }),
  },
  {
    share: 2,
    make: () => ({ kind: 'suspicion', specimen: 'NEG', turn: undefined, ends: ['not-a-case'] }),
  },
  {
    share: 2,
    make: () => ({
      kind: 'diagnosis',
      specimen: undefined,
      turn: undefined,
      courses: ['notImproved', 'improving'],
      ends: ['released', 'home-treatment'],
    }),
  },
  {
    share: 1,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: 'death', ends: ['deceased', 'released'] }),
  },
  {
    share: 1,
    make: () => ({
      kind: 'suspicion',
      specimen: 'POS',
      turn: 'withdrawal',
      ends: ['withdrawn', 'released'],
    }),
  },
  {
    share: 1,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: 'hospital', ends: ['released'] }),
  },
  {
    share: 1,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: 'doubt', ends: ['released'] }),
  },
  {
    share: 1,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: 'violation', ends: ['released'] }),
  },
  {
    share: 1,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: 'late-violation', ends: ['released'] }),
  },
  {
    share: 2,
    make: () => ({ kind: 'diagnosis', specimen: undefined, turn: 'hand-over', ends: ['released'] }),
  },
  {
    share: 1,
    make: () => ({
      kind: 'diagnosis',
      specimen: undefined,
      turn: 'hand-over',
      onsetDaysAgo: 3,
      ends: ['home-treatment'],
    }),
  },
  {
    share: 2,
    make: () => ({
      kind: 'diagnosis',
      specimen: undefined,
      turn: undefined,
      onsetDaysAgo: 3,
      ends: ['home-treatment'],
    }),
  },
];

export function drawStory(random: Random, number: number): Story {
  const drawn = KINDS.flatMap(({ share, make }) => Array.from({ length: share }, () => make));
  return {
    number,
    onsetDaysAgo: 12,
    courses: ['improving'],
    missing: random.chance(0.5) ? [{ code: random.pick(ITEMS), quantity: 1 }] : [],
    interview: random.pick(['answers', 'answers', 'answers', 'declines', 'silent']),
    namesContact: random.chance(0.3),
    channel: random.chance(0.6) ? 'sms' : 'staff',
    manners: { open: random.pick(MANNERS), report: random.pick(MANNERS) },
    ...random.pick(drawn)(),
  };
}

/** By a result that was corrected before the case was decided by it, the case is what the correction says. */
const BY_CORRECTION: Partial<Record<TestResult, string>> = { positive: 'released', negative: 'not-a-case' };

type Decided = Readonly<{ stage: string; correctedTo: TestResult | null }>;

/** Whether a case may end up there, or wait for a day to come: as drawn, or as its laboratory put its result right in time. */
export const mayEndAt = ({ ends }: Pick<Story, 'ends'>, { stage, correctedTo }: Decided): boolean =>
  ends.includes(stage) || (correctedTo !== null && BY_CORRECTION[correctedTo] === stage);
