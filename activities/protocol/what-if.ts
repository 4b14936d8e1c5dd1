import type { CaseRules } from '../../domain/patient-management/case/case-rules.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import type { Because, Outcome } from '../../domain/protocol/evaluation/decide.ts';
import type { History } from '../../domain/protocol/evaluation/history.schema.ts';
import { decideRelease, releaseRules, type ReleaseRules } from '../../domain/protocol/evaluation/release.ts';
import type { CaseReleaseRule } from '../../domain/protocol/language/protocol.schema.ts';
import { RuleBroken } from '../../domain/shared-kernel/domain-error.ts';
import { dayOf, dayText, momentOf, momentText } from '../../domain/shared-kernel/calendar.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRulesFrom, NoProtocolInForce } from '../case-rules.ts';
import type { Uses } from '../uses.ts';
import { askedProtocol, type AskedProtocol } from './asked-protocol.ts';

export type WhatIfInput = Readonly<{
  protocol: AskedProtocol;
  district?: string | undefined;
  disease: string;
}>;

/** What a protocol comes to for one case: the verdict now, and when it changes by itself. */
export type Standing = Readonly<{
  protocol: string;
  verdict: Outcome;
  because: Because;
  nextAt: string | null;
}>;
/** Whether the rule would reach the case by itself: `optional` where an officer chooses, `no` where it is for new episodes. */
export type Reach = 'yes' | 'optional' | 'no';
export type Change = 'released' | 'held' | 'earlier' | 'later' | 'otherwise';
export type WhatIfLine =
  | Readonly<{ kind: 'progress'; done: number; total: number }>
  | Readonly<{
      kind: 'case';
      caseId: string;
      district: string;
      change: Change;
      reach: Reach;
      now: Standing;
      after: Standing;
    }>
  /** No rule in force releases this case today, so nothing can be compared. */
  | Readonly<{ kind: 'undecided'; caseId: string; district: string; code: 'protocol/none-in-force' }>
  | Readonly<
      { kind: 'summary'; cases: number; same: number; undecided: number } & Readonly<Record<Change, number>>
    >;

const BATCH = 1_000;
/** Cases after which whoever else waits for this process gets a turn. */
const TURN = 20;
const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * For every open confirmed case: what another protocol would change, at this moment. A line per case that would change,
 * progress after each batch, and a summary. Stores nothing; holds one batch at a time.
 */
export const whatIf =
  (uses: Pick<Uses, 'protocols' | 'clock' | 'openCases' | 'jurisdiction' | 'protocolAsOf'>) =>
  async (input: WhatIfInput): Promise<AsyncGenerator<WhatIfLine>> => {
    const { id, rules } = await askedProtocol(uses.protocols, input.protocol);
    if (rules.caseRelease === undefined)
      throw new RuleBroken('protocol/rule-absent', { rule: 'caseRelease' });
    const { appliesTo, since } = rules.caseRelease;
    const other = { id, appliesTo, since, release: releaseRules(rules.caseRelease, rules.releaseCheck) };
    const at = Instant.of(await uses.clock.now());
    const versions = await uses.protocols.versions(input.disease, uses.jurisdiction);
    const known = new Map<string, CaseRules | undefined>();
    /** Cases of one day are judged by the same rules. */
    const inForceFor = (state: CaseState): CaseRules | undefined => {
      const key = `${dayOf(momentOf(state.openedAt))} ${state.chosenProtocol ?? ''}`;
      if (!known.has(key)) known.set(key, caseRulesIfAny(versions, uses, state, at));
      return known.get(key);
    };
    return lines(uses, input, other, inForceFor, at);
  };

async function* lines(
  { openCases }: Pick<Uses, 'openCases'>,
  { district, disease }: WhatIfInput,
  other: Other,
  inForceFor: (state: CaseState) => CaseRules | undefined,
  at: Instant,
): AsyncGenerator<WhatIfLine> {
  const total = await openCases.count({ district, disease });
  const counts = { released: 0, held: 0, earlier: 0, later: 0, otherwise: 0 };
  let done = 0;
  let same = 0;
  let undecided = 0;
  for (let last: string | undefined; ;) {
    const batch = await openCases.page({ district, disease, after: last, limit: BATCH });
    for (const [index, { caseId, state }] of batch.entries()) {
      if (index % TURN === 0) await othersTurn();
      const { district: where } = state;
      const rules = inForceFor(state);
      if (rules === undefined) {
        undecided += 1;
        yield { kind: 'undecided', caseId, district: where, code: 'protocol/none-in-force' };
        continue;
      }
      const history = historyOfCase(state);
      const now = standing(rules, history, at);
      const after = standing(other, history, at);
      const change = changeOf(now, after);
      if (change === undefined) same += 1;
      else {
        counts[change] += 1;
        const reach = reachOf(other, state);
        yield { kind: 'case', caseId, district: where, change, reach, now, after };
      }
    }
    done += batch.length;
    yield { kind: 'progress', done, total: Math.max(total, done) };
    last = batch.at(-1)?.caseId;
    if (batch.length < BATCH) break;
  }
  yield { kind: 'summary', cases: done, same, undecided, ...counts };
}

function caseRulesIfAny(...given: Parameters<typeof caseRulesFrom>): CaseRules | undefined {
  try {
    return caseRulesFrom(...given);
  } catch (error) {
    if (error instanceof NoProtocolInForce) return undefined;
    throw error;
  }
}

type Other = Readonly<{
  id: string;
  release: ReleaseRules;
  appliesTo: CaseReleaseRule['appliesTo'];
  since: string | undefined;
}>;

const REACH: Readonly<Record<CaseReleaseRule['appliesTo'], Reach>> = {
  openEpisodes: 'yes',
  openEpisodesOptional: 'optional',
  newEpisodes: 'no',
};

/** A case that was opened when the rule was in force already is judged by it anyhow. */
const reachOf = ({ appliesTo, since = '' }: Other, { openedAt }: CaseState): Reach =>
  since <= dayText(dayOf(momentOf(openedAt))) ? 'yes' : REACH[appliesTo];

function standing(
  { id, release }: Pick<CaseRules, 'id' | 'release'>,
  history: History,
  at: Instant,
): Standing {
  const { decision, nextAt } = decideRelease(release, history, at.epochMilliseconds);
  return {
    protocol: id,
    verdict: decision.outcome,
    because: decision.because,
    nextAt: nextAt === undefined ? null : momentText(nextAt),
  };
}

/** Nothing where nothing would change for the person. */
function changeOf(now: Standing, after: Standing): Change | undefined {
  if (now.verdict !== after.verdict) {
    if (after.verdict === 'release') return 'released';
    if (now.verdict === 'release') return 'held';
    return after.verdict === 'keep' ? 'later' : now.verdict === 'keep' ? 'earlier' : 'otherwise';
  }
  if (now.verdict !== 'keep' || now.nextAt === after.nextAt)
    return now.because === after.because ? undefined : 'otherwise';
  if (now.nextAt === null || after.nextAt === null) return 'otherwise';
  return after.nextAt < now.nextAt ? 'earlier' : 'later';
}
