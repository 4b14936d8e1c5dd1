import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { LocalDate } from '../../../shared-kernel/local-date.ts';
import type {
  ApplyForLivingSupport,
  ApproveLivingSupport,
  AssessLivingSupport,
  SetLivingSupportAmount,
  StateLivingSupportFacts,
} from '../living-support.commands.ts';
import type { Assessment, IneligibleBecause, LivingSupportEvent } from '../living-support.events.ts';
import type { LivingSupportState } from '../living-support.state.ts';
import type { StatedFact } from '../stated-facts.ts';
import { fact, neverZero } from './fact.ts';

export function apply(command: ApplyForLivingSupport): LivingSupportEvent[] {
  const { householdSize, paidLeave, dateOfIsolationNotice, isolatedDays, at } = command;
  if (dateOfIsolationNotice.isAfter(at.dateInSeoul())) {
    throw new InvalidValue('date/in-the-future', { field: 'dateOfIsolationNotice' });
  }
  const { personId, isolationId, caseId } = command;
  const claim = { personId, isolationId, ...(caseId === undefined ? {} : { caseId }) };
  return [
    {
      ...fact('LivingSupportAppliedFor', claim, command),
      householdSize: householdSize.people,
      ...(paidLeave === undefined ? {} : { paidLeave }),
      dateOfIsolationNotice: dateOfIsolationNotice.toString(),
      ...(isolatedDays === undefined ? {} : { isolatedDays: isolatedDays.days }),
    },
  ];
}

/** Until it is approved; what was told before is quiet. The claim has to be assessed afresh. */
export function stateFacts(
  state: LivingSupportState,
  command: StateLivingSupportFacts,
): LivingSupportEvent[] {
  needsNoApproval(state);
  const { facts, householdSize } = command;
  if (facts.isEmpty && householdSize === undefined) throw new InvalidValue('stated-facts/malformed');
  const { paidLeave } = facts.answers;
  if (paidLeave !== undefined && typeof paidLeave !== 'boolean') {
    throw new InvalidValue('stated-facts/malformed');
  }
  const known: Readonly<Record<string, StatedFact | undefined>> = {
    ...state.facts,
    paidLeave: state.paidLeave,
  };
  const told = Object.entries(facts.answers).every(([name, answer]) => known[name] === answer);
  if (told && (householdSize?.people ?? state.householdSize) === state.householdSize) return [];
  return [
    {
      ...fact('LivingSupportFactsStated', state, command),
      facts: facts.answers,
      ...(householdSize === undefined ? {} : { householdSize: householdSize.people }),
    },
  ];
}

/** Until it is approved a claim may be assessed afresh; the same assessment again is quiet. */
export function assess(state: LivingSupportState, command: AssessLivingSupport): LivingSupportEvent[] {
  needsNoApproval(state);
  neverZero(command.amount);
  const notice = command.dateOfIsolationNotice ?? LocalDate.of(state.dateOfIsolationNotice);
  if (!command.rule.covers(notice)) {
    throw new RuleBroken('living-support/protocol-not-in-force', { protocol: command.rule.version });
  }
  const assessment = assessmentOf(state, command);
  const days = command.isolatedDays?.days;
  const learned = {
    ...(days === undefined || days === state.isolatedDays ? {} : { isolatedDays: days }),
    ...(notice.toString() === state.dateOfIsolationNotice
      ? {}
      : { dateOfIsolationNotice: notice.toString() }),
  };
  const isSame = state.assessment !== undefined && sameAssessment(assessment, state.assessment);
  if (isSame && Object.keys(learned).length === 0) return [];
  return [{ ...fact('LivingSupportAssessed', state, command), ...assessment, ...learned }];
}

function assessmentOf(
  { paidLeave }: LivingSupportState,
  { rule, conditions, amount, missing = [] }: AssessLivingSupport,
): Assessment {
  const protocol = rule.version;
  const { rulesKept, withinIncome, entitled } = conditions;
  const reasons: IneligibleBecause[] = [
    ...(paidLeave === true ? (['paidLeave'] as const) : []),
    ...(rulesKept ? [] : (['rulesBroken'] as const)),
    ...(withinIncome ? [] : (['aboveIncome'] as const)),
    ...(entitled ? [] : (['noClaim'] as const)),
  ];
  if (reasons.length > 0) return { verdict: 'ineligible', protocol, reasons };
  const unknown = [...new Set([...(paidLeave === undefined ? ['paidLeave'] : []), ...missing])].sort();
  if (unknown.length > 0) return { verdict: 'factsMissing', protocol, missing: unknown };
  if (amount === undefined) return { verdict: 'amountUnknown', protocol };
  return { verdict: 'eligible', protocol, amountWon: amount.won };
}

function sameAssessment(one: Assessment, other: Assessment): boolean {
  const text = (it: Assessment): string => {
    const { verdict, protocol, ...finding } = it;
    return [verdict, protocol, JSON.stringify(finding)].join('|');
  };
  return text(one) === text(other);
}

/** The same amount again is quiet: it stays with the person who set it first. */
export function setAmount(state: LivingSupportState, command: SetLivingSupportAmount): LivingSupportEvent[] {
  needsEligibility(state);
  needsNoApproval(state);
  neverZero(command.amount);
  const { amount, reason } = command;
  if (state.amountWon === amount.won) return [];
  return [{ ...fact('LivingSupportAmountDetermined', state, command), amountWon: amount.won, reason }];
}

/** Four eyes: neither the one who applied nor the one who set the amount. */
export function approve(state: LivingSupportState, command: ApproveLivingSupport): LivingSupportEvent[] {
  if (state.stage === 'approved' && state.approvedBy === command.by) return [];
  needsEligibility(state);
  needsNoApproval(state);
  if (state.amountWon === undefined) throw new RuleBroken('living-support/amount-unknown');
  if (command.by === state.appliedBy || command.by === state.amountBy) {
    throw new RuleBroken('living-support/same-person');
  }
  return [
    {
      ...fact('LivingSupportApproved', state, command),
      amountWon: state.amountWon,
      attempt: (state.attempt ?? 0) + 1,
    },
  ];
}

function needsEligibility({ stage }: LivingSupportState): void {
  if (stage === 'applied') throw new RuleBroken('living-support/not-assessed');
  if (stage === 'facts-missing') throw new RuleBroken('living-support/facts-missing');
  if (stage === 'ineligible') throw new RuleBroken('living-support/ineligible');
}

function needsNoApproval({ stage }: LivingSupportState): void {
  switch (stage) {
    case 'approved':
    case 'payment-failed':
      throw new RuleBroken('living-support/already-approved');
    case 'paid':
      throw new RuleBroken('living-support/already-paid');
    case 'rejected':
      throw new RuleBroken('living-support/already-rejected');
    case 'reversed':
    case 'recovered':
      throw new RuleBroken('living-support/already-reversed');
    case 'applied':
    case 'facts-missing':
    case 'ineligible':
    case 'amount-unknown':
    case 'awaiting-approval':
      return;
  }
}
