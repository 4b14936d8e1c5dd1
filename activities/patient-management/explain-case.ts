import { dateOfSymptomOnset, type CaseState } from '../../domain/patient-management/case/case.state.ts';
import {
  onRecordOnly,
  standing,
  withoutProtocol,
  type Standing,
} from '../../domain/patient-management/case/standing.ts';
import type { ReleaseTrack } from '../../domain/protocol/language/release.schema.ts';
import type { ProtocolVersion } from '../../domain/protocol/protocol-version.ts';
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
  /** The version by which the standing was judged; null where none was. */
  protocol: DecidingProtocol | null;
}>;
export type DecidingProtocol = Readonly<{
  version: string;
  title: ProtocolVersion['title'] | null;
  /** Its tracks as they are stated, for the words of what they want. */
  tracks: readonly ReleaseTrack[];
  /** How often it lets a patient be tested again before a clinician decides. */
  maximumRetests: number | null;
}>;

/** A case with the answer to: why does it stand here, and what happens next, and when? Of one from a list: nothing. */
export const explainCase =
  (uses: Uses) =>
  async (id: string): Promise<ExplainedCase> => {
    const [{ aggregate }, now] = await Promise.all([uses.cases.load(id), uses.clock.now()]);
    const { state, version } = aggregate;
    const known = { id, version, state, dateOfSymptomOnset: dateOfSymptomOnset(state) ?? null };
    if (state.recorded !== undefined)
      return { ...known, standing: onRecordOnly, reporting: null, protocol: null };
    const rule = await caseRules(uses, state, now).catch((error: unknown) => {
      if (error instanceof NoProtocolInForce) return undefined; // what is known is shown all the same
      throw error;
    });
    const reporting = await reportingOf(uses, state, now);
    const stands = rule === undefined ? withoutProtocol(state) : standing(rule, state, Instant.of(now));
    const versions = await uses.protocols.versions(state.disease, uses.jurisdiction);
    return {
      ...known,
      standing: stands,
      reporting: reporting ?? null,
      protocol: decidingOf(versions.find(({ id: one }) => one === stands.rule)),
    };
  };

function decidingOf(version: ProtocolVersion | undefined): DecidingProtocol | null {
  if (version === undefined) return null;
  const { id, title = null, rules } = version;
  return {
    version: id,
    title,
    tracks: rules.caseRelease?.tracks ?? [],
    maximumRetests: rules.releaseCheck?.maximumRetests ?? null,
  };
}
