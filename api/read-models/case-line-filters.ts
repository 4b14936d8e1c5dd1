import type { Condition } from './line-list.ts';
import { before, from, oneOf, upTo } from './sql-words.ts';

/** Moments are UTC's, as they are stored, to the second; days are days. */
export type CaseLineFilters = Readonly<
  Partial<
    Record<
      'stage' | 'classification' | 'disease' | 'tier' | 'outcome' | 'isolationStage' | 'officer',
      readonly string[] | undefined
    >
  > &
    Partial<
      Record<
        | 'openedFrom'
        | 'openedBefore'
        | 'onsetFrom'
        | 'onsetTo'
        | 'confirmedFrom'
        | 'confirmedBefore'
        | 'nextDueBefore'
        | 'isolationEndsBefore',
        string | undefined
      >
    >
>;

const THEIR_ISOLATION = `isolation i where i.kind = 'isolation'`;
const isolated = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.map(
    (one) => (parameter) =>
      `exists (select from ${THEIR_ISOLATION} and i.case_id = c.id::text and ${one(parameter)})`,
  );

export const caseConditions = (given: CaseLineFilters): readonly Condition[] => [
  ...oneOf('c.stage', given.stage),
  ...oneOf('c.classification', given.classification),
  ...oneOf('c.disease', given.disease),
  ...oneOf(`c.state #>> '{tier,tier}'`, given.tier),
  ...oneOf(`c.state #>> '{outcome,outcome}'`, given.outcome),
  ...from('c.opened_at', given.openedFrom),
  ...before('c.opened_at', given.openedBefore),
  ...from('c.onset_on', given.onsetFrom),
  ...upTo('c.onset_on', given.onsetTo),
  ...from('c.confirmed_at', given.confirmedFrom),
  ...before('c.confirmed_at', given.confirmedBefore),
  ...before('c.next_due_at', given.nextDueBefore),
  ...isolated(oneOf('i.stage', given.isolationStage)),
  ...isolated(before(`i.state ->> 'endsAt'`, given.isolationEndsBefore)),
  // The people of one officer are few among many: they are looked up first.
  ...oneOf('i.officer', given.officer).map(
    (one): Condition =>
      (parameter) =>
        `c.id in (select i.case_id::uuid from ${THEIR_ISOLATION} and ${one(parameter)})`,
  ),
];
