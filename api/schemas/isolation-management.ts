import { z } from 'zod';
import type {
  CheckOutcome,
  NoticeChannel,
  RescheduleReason,
  ViolationSource,
  ViolationWithdrawal,
} from '../../domain/isolation-management/isolation/isolation.commands.ts';
import type { SuppliesCancellation } from '../../domain/isolation-management/supplies/supplies.commands.ts';
import { code, moment, staff } from './basics.ts';

export const checkBody = z.strictObject({
  outcome: z.enum(['inIsolation', 'notReached', 'notFound'] as const satisfies readonly CheckOutcome[]),
});
export const violationBody = z.strictObject({
  source: z.enum(['app', 'call', 'report', 'check'] as const satisfies readonly ViolationSource[]),
  occurredAt: moment.optional(),
});
export const violationWithdrawalBody = z.strictObject({
  reason: z.enum([
    'unfounded',
    'false-alarm',
    'wrong-person',
    'justified',
    'objection-upheld',
  ] as const satisfies readonly ViolationWithdrawal[]),
});
/** Extends or shortens. `protocol`: the version that gives the new end. */
export const rescheduleBody = z.strictObject({
  endsAt: moment,
  reason: z.enum([
    'new-exposure',
    'protocol-changed',
    'symptoms',
    'test-result',
    'vaccination',
    'clinician-decision',
    'entered-by-mistake',
  ] as const satisfies readonly RescheduleReason[]),
  protocol: z.string().min(1).max(100),
});
export const noticeBody = z.strictObject({
  channel: z.enum(['sms', 'paper', 'app', 'verbal'] as const satisfies readonly NoticeChannel[]),
});
export const officerBody = z.strictObject({ officer: staff });

const item = z.strictObject({ code, quantity: z.number().int().min(1).max(1_000) });
/** 필수품 확인: what is missing; an empty list is an answer too. */
export const essentialsBody = z.strictObject({ missing: z.array(item).max(50) });
export const suppliesCancellationBody = z.strictObject({
  because: z.enum([
    'released',
    'deceased',
    'not-wanted',
    'over-budget',
    'unobtainable',
  ] as const satisfies readonly SuppliesCancellation[]),
});
