import { historyOfCase } from '../../domain/patient-management/case/history-of-case.ts';
import type { CaseState } from '../../domain/patient-management/case/case.state.ts';
import { judgeReporting, type ReportingAnswer } from '../../domain/protocol/evaluation/reporting.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { ruleForCase, type RuleSource } from '../case-rules.ts';
import type { Moment, Uses } from '../uses.ts';

/** A registry that answers at all has answered by then: nobody is troubled before, however short the law's time is. */
const PATIENCE_HOURS = 1 / 6;
/**
 * So long before the law's time is over staff are asked: a whole shift, so that whoever is on duty then can end it in
 * theirs, by telephone or fax. The law names none: it is the project's own.
 */
const MARGIN_HOURS = 8;

/** Until when the law wants a case registered; nothing where its protocol does not say. */
export async function reportingOf(
  uses: RuleSource,
  state: CaseState,
  at: string,
): Promise<ReportingAnswer | undefined> {
  const reporting = await ruleForCase(uses, 'reporting', state, at);
  return reporting && judgeReporting(reporting.rule, historyOfCase(state), Instant.of(at).epochMilliseconds);
}

type Asking = Readonly<{
  /** When staff are asked, unless it is registered by then. */
  deadline: string | null;
  /** The law's own, for their task. */
  dueAt?: string;
}>;

/** When staff are asked to tell the case by telephone or fax: while the law's time still leaves them some. */
export const registrationDeadline =
  (uses: Uses) =>
  async ({ caseId, at }: Moment): Promise<Asking> => {
    const { state } = (await uses.cases.load(caseId)).aggregate;
    const answer = await reportingOf(uses, state, at);
    if (answer?.deadline == null || state.confirmedAt === undefined) return { deadline: null };
    const askedFrom = Instant.of(answer.deadline).plusHours(-MARGIN_HOURS);
    const patience = Instant.of(state.confirmedAt).plusHours(PATIENCE_HOURS);
    const deadline = (askedFrom.isAfter(patience) ? askedFrom : patience).toString();
    return { deadline, dueAt: answer.deadline };
  };
