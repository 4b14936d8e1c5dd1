import type { Request } from 'express';
import { refuse } from '../api-problems.ts';
import type { Words } from '../problem.ts';

/** Why somebody opens a record that is not on their worklist: codes, so that no personal value gets into the record of it. */
export const REASONS = {
  treatment: { ko: '진료', en: 'treatment' },
  'follow-up': { ko: '건강 모니터링', en: 'follow-up' },
  investigation: { ko: '역학조사', en: 'investigation' },
  testing: { ko: '검사', en: 'testing' },
  isolation: { ko: '격리', en: 'isolation' },
  supplies: { ko: '격리 물품', en: 'supplies' },
  payment: { ko: '지급', en: 'payment' },
  complaint: { ko: '민원', en: 'complaint' },
  'hand-over': { ko: '관할 이관', en: 'hand-over' },
  correction: { ko: '정정', en: 'correction' },
  audit: { ko: '감사', en: 'audit' },
  'legal-request': { ko: '법적 요청', en: 'legal request' },
  system: { ko: '시스템 연계', en: 'work of a system' },
} as const satisfies Readonly<Record<string, Words>>;
export type Reason = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as readonly Reason[];

/** What the header `Access-Reason` says. @throws Refusal `access/reason-unknown` */
export function reasonOf(request: Request): Reason | undefined {
  const given = request.get('access-reason');
  if (given === undefined) return undefined;
  if (!Object.hasOwn(REASONS, given)) throw refuse('access/reason-unknown');
  return given as Reason;
}
