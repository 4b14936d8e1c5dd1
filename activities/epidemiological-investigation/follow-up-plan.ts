import type { FollowUpKind } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import {
  endOfMeasure,
  judgeChosen,
  judgeQuarantine,
  type DueTest,
  type QuarantineVerdict,
} from '../../domain/protocol/evaluation/quarantine.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { ContactFacts } from './contact-facts.ts';

export type Plan = Readonly<{
  measure: string;
  kind: FollowUpKind;
  protocol: string;
  endsAt?: Instant;
  chosen?: true;
  tests: readonly DueTest[];
}>;
/** What the protocol lacks to say what is to follow. */
export type LeftOpen = Readonly<{ protocol: string; missing: readonly string[] }>;
export type Planning = Plan | LeftOpen;

/** What a person may choose where the protocol cannot be followed for want of facts. */
export const KINDS_CHOSEN = {
  quarantine: ['quarantine'],
  watch: ['activeSurveillance', 'passiveSurveillance'],
  none: ['none'],
} as const satisfies Readonly<Record<string, readonly FollowUpKind[]>>;
export type Choice = keyof typeof KINDS_CHOSEN;

/**
 * What is to happen to a graded contact by the protocol in force, and until when. A grade that the protocol does not know
 * has no measure. Once a person has chosen, their choice stands until the protocol can be followed.
 */
export function planOf(facts: ContactFacts, choice?: Choice): Planning {
  const { state, definition, quarantineRule, history, at } = facts;
  const nothing = (measure: string, protocol: string): Plan => ({
    measure,
    kind: 'none',
    protocol,
    tests: [],
  });
  if (!definition.rule.grades.some(({ grade }) => grade === state.grade)) {
    return nothing('grade-without-measure', definition.version);
  }
  if (quarantineRule === undefined) return nothing('rule-absent', definition.version);
  const { rule, version: protocol } = quarantineRule;
  const moment = at.epochMilliseconds;
  const answer = judgeQuarantine(rule, history, moment);
  if (!('undecided' in answer)) return { ...planned(facts, answer), protocol, tests: answer.tests };
  if (answer.undecided === 'noMeasure') return nothing('no-measure', protocol);
  const chosen = choice ?? choiceIn(facts);
  if (chosen === undefined) return { protocol, missing: answer.missing };
  const verdict = judgeChosen(rule, KINDS_CHOSEN[chosen], history, moment);
  return verdict === undefined
    ? { ...nothing('no-measure', protocol), chosen: true }
    : { ...planned(facts, verdict), protocol, tests: verdict.tests, chosen: true };
}

const choiceIn = ({ state: { plan } }: ContactFacts): Choice | undefined =>
  plan?.chosen === undefined
    ? undefined
    : (Object.keys(KINDS_CHOSEN) as Choice[]).find((one) =>
        (KINDS_CHOSEN[one] as readonly FollowUpKind[]).includes(plan.kind),
      );

/** An end that lies behind stays where it was when it came, whenever one looks again. */
function planned(
  { quarantineRule, history, at, state }: ContactFacts,
  verdict: QuarantineVerdict,
): Pick<Plan, 'measure' | 'kind' | 'endsAt'> {
  const moment = at.epochMilliseconds;
  const end =
    quarantineRule === undefined ? undefined : endOfMeasure(quarantineRule.rule, verdict, history, moment);
  const { measure, kind } = verdict;
  if (end === undefined) return { measure, kind };
  const before = state.plan?.endsAt === undefined ? undefined : Instant.of(state.plan.endsAt);
  const endsAt = end <= moment && before?.isAfter(at) === false ? before : Instant.ofEpochMilliseconds(end);
  return { measure, kind, endsAt };
}
