import { dateOfSymptomOnset, type CaseState } from '../../domain/patient-management/case/case.state.ts';
import {
  onRecordOnly,
  standing,
  withoutProtocol,
  type Standing,
} from '../../domain/patient-management/case/standing.ts';
import type { ReportingAnswer } from '../../domain/protocol/evaluation/reporting.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { caseRules, NoProtocolInForce } from '../case-rules.ts';
import type { Uses } from '../uses.ts';
import { reportingOf } from './registration-deadline.ts';

export type ExplainedCase = Readonly<{
  id: string;
  version: number;
  state: CaseState;
  /** The onset that counts: the entered one, or the computed one. */
  dateOfSymptomOnset: string | null;
  standing: Standing;
  /** 신고: until when the law wants it registered; null where its protocol does not say. */
  reporting: ReportingAnswer | null;
}>;

/** A case with the answer to: why does it stand here, and what happens next, and when? Of one from a list: nothing. */
export const explainCase =
  (uses: Uses) =>
  async (id: string): Promise<ExplainedCase> => {
    const [{ aggregate }, now] = await Promise.all([uses.cases.load(id), uses.clock.now()]);
    const { state, version } = aggregate;
    const known = { id, version, state, dateOfSymptomOnset: dateOfSymptomOnset(state) ?? null };
    if (state.recorded !== undefined) return { ...known, standing: onRecordOnly, reporting: null };
    const rule = await caseRules(uses, state, now).catch((error: unknown) => {
      if (error instanceof NoProtocolInForce) return undefined; // what is known is shown all the same
      throw error;
    });
    const reporting = await reportingOf(uses, state, now);
    return {
      ...known,
      standing: rule === undefined ? withoutProtocol(state) : standing(rule, state, Instant.of(now)),
      reporting: reporting ?? null,
    };
  };
