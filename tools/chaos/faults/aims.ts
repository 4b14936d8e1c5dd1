import { EFFECTS, type EffectName } from '../../../activities/effects-catalogue.ts';
import { seeded } from '../random.ts';
import type { Simulator } from '../simulators.ts';

/** What a partner's fault can meet: an effect of the catalogue, or what else passes between that partner and us. */
export type Aim = Readonly<{ name: AimName; system: string; shape: string }>;
export type AimName = EffectName | 'answer-by-sms' | 'entry-log-records' | 'card-history-records';
export type Pair = Readonly<{ aim: AimName; system: string; fault: string }>;

const EFFECT_AIMS = (Object.keys(EFFECTS) as EffectName[]).map((name): Aim => {
  const { system, key } = EFFECTS[name];
  return { name, system, shape: key.source };
});
export const AIMS: readonly Aim[] = [
  ...EFFECT_AIMS,
  { name: 'answer-by-sms', system: 'sms', shape: String.raw`^\d+$` },
  { name: 'entry-log-records', system: 'entry-log', shape: '^result-' },
  { name: 'card-history-records', system: 'card-history', shape: '^result-' },
];

const ANY = /./;
const BY_CALLBACK = /callback|reorder/;
const NOT_BY_CALLBACK = /^(?!.*(callback|reorder))/;

/** Pairs that cannot happen in a run. What stands in none of these rules is drawn. */
export const LEFT_OUT: readonly Readonly<{ because: string; faults: RegExp; aims: readonly AimName[] }>[] = [
  {
    because: 'comes hours or days later than a run lasts',
    faults: ANY,
    aims: [
      'quarantine-release-notice',
      'watch-end-notice',
      'contact-notice',
      'quarantine-test-notice',
      'quarantine-test-order',
      'check-reminder',
      'interview-reminder',
      'case-monitoring',
      'contact-monitoring',
      'entry-log-destruction',
      'card-history-destruction',
    ],
  },
  {
    because: 'no story leads to it: contacts are quarantined, orders leave at once, refunds come whole',
    faults: ANY,
    aims: ['watch-notice', 'supplies-call-off', 'supplies-refund-rest'],
  },
  {
    because: 'is answered at once and never called back',
    faults: BY_CALLBACK,
    aims: ['registration', 'survey-form-withdrawal', 'entry-log-records', 'card-history-records'],
  },
  { because: 'comes by itself: nobody asks for it', faults: NOT_BY_CALLBACK, aims: ['answer-by-sms'] },
  {
    because: 'our process asks for a lost message after hours or a day: right, and longer than a run',
    faults: /lose-callback/,
    aims: [
      'supplies-parcel',
      'living-support-payment',
      'living-support-recall',
      'entry-log-request',
      'card-history-request',
      'survey-form',
    ],
  },
];

const reasonAgainst = (aim: AimName, fault: string): string | undefined =>
  LEFT_OUT.find(({ aims, faults }) => aims.includes(aim) && faults.test(fault))?.because;

const all = (simulators: readonly Simulator[]): readonly Pair[] =>
  simulators.flatMap(({ name: system, faults }) =>
    AIMS.filter((aim) => aim.system === system).flatMap(({ name: aim }) =>
      faults.map((fault) => ({ aim, system, fault })),
    ),
  );

/** Every pair that can happen, always in the same order, in which neighbours have little to do with each other. */
export function pairsOf(simulators: readonly Simulator[]): readonly Pair[] {
  const left = all(simulators)
    .filter(({ aim, fault }) => reasonAgainst(aim, fault) === undefined)
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const { below } = seeded(1);
  const mixed: Pair[] = [];
  while (left.length > 0) mixed.push(...left.splice(below(left.length), 1));
  return mixed;
}

/** How many pairs each rule leaves out. */
export const leftOutOf = (simulators: readonly Simulator[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const { aim, fault } of all(simulators)) {
    const because = reasonAgainst(aim, fault);
    if (because !== undefined) counted.set(because, (counted.get(because) ?? 0) + 1);
  }
  return counted;
};

export const nameOf = ({ aim = 'anything', fault }: Readonly<{ aim?: string; fault: string }>): string =>
  `${aim} × ${fault}`;
