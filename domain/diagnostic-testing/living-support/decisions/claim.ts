import { InvalidValue, RuleBroken } from '../../../shared-kernel/domain-error.ts';
import { LocalDate } from '../../../shared-kernel/local-date.ts';
import type {
  ApplyForLivingSupport,
  ApproveLivingSupport,
  AssessLivingSupport,
  SetLivingSupportAmount,
} from '../living-support.commands.ts';
import type { Assessment, IneligibleBecause, LivingSupportEvent } from '../living-support.events.ts';
import type { LivingSupportState } from '../living-support.state.ts';
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
      paidLeave,
      dateOfIsolationNotice: dateOfIsolationNotice.toString(),
      isolatedDays: isolatedDays.days,
    },
  ];
}

/** Until it is approved a claim may be assessed afresh; the same assessment again is quiet. */
export function assess(state: LivingSupportState, command: AssessLivingSupport): LivingSupportEvent[] {
  needsNoApproval(state);
  neverZero(command.amount);
  if (!command.rule.covers(LocalDate.of(state.dateOfIsolationNotice))) {
    throw new RuleBroken('living-support/protocol-not-in-force', { protocol: command.rule.version });
  }
  const assessment = assessmentOf(state, command);
  if (state.assessment !== undefined && sameAssessment(assessment, state.assessment)) return [];
  return [{ ...fact('LivingSupportAssessed', state, command), ...assessment }];
}

function assessmentOf(
  { paidLeave }: LivingSupportState,
  { rule, conditions, amount }: AssessLivingSupport,
): Assessment {
  const protocol = rule.version;
  const { rulesKept, withinIncome, entitled } = conditions;
  const reasons: IneligibleBecause[] = [
    ...(paidLeave ? (['paidLeave'] as const) : []),
    ...(rulesKept ? [] : (['rulesBroken'] as const)),
    ...(withinIncome ? [] : (['aboveIncome'] as const)),
    ...(entitled ? [] : (['noClaim'] as const)),
  ];
  if (reasons.length > 0) return { verdict: 'ineligible', protocol, reasons };
  if (amount === undefined) return { verdict: 'amountUnknown', protocol };
  return { verdict: 'eligible', protocol, amountWon: amount.won };
}

function sameAssessment(one: Assessment, other: Assessment): boolean {
  const text = (it: Assessment): string => {
    const finding =
      it.verdict === 'eligible' ? it.amountWon : it.verdict === 'ineligible' && it.reasons.join();
    return [it.verdict, it.protocol, finding].join('|');
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
  return [{ ...fact('LivingSupportApproved', state, command), amountWon: state.amountWon, attempt: 1 }];
}

function needsEligibility({ stage }: LivingSupportState): void {
  if (stage === 'applied') throw new RuleBroken('living-support/not-assessed');
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
    case 'ineligible':
    case 'amount-unknown':
    case 'awaiting-approval':
      return;
  }
}
