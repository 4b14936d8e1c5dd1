import { momentText } from '../../shared-kernel/calendar.ts';
import type { Rules } from '../language/protocol.schema.ts';
import type { History } from './history.schema.ts';
import { hours } from './criteria.ts';
import { knownAt } from './known.ts';

export type ReportingAnswer = Readonly<{
  diseaseClass: string;
  channel: string;
  /** RFC 3339; null while the infection is not confirmed. */
  deadline: string | null;
  overdue: boolean;
}>;

/** 신고: until when a case is told to the registry. */
export function judgeReporting(
  rule: NonNullable<Rules['reporting']>,
  history: History,
  at: number,
): ReportingAnswer {
  const { confirmedAt } = knownAt(history, at);
  const deadline = confirmedAt === undefined ? undefined : confirmedAt + hours(rule.deadlineHours);
  return {
    diseaseClass: rule.diseaseClass,
    channel: rule.channel,
    deadline: deadline === undefined ? null : momentText(deadline),
    overdue: deadline !== undefined && at > deadline,
  };
}
