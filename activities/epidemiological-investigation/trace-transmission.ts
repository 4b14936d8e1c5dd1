import type { Certainty } from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import {
  lineOf,
  type CaseInLine,
} from '../../domain/epidemiological-investigation/infection-network/around-case.ts';
import {
  contactsBetween,
  findingsIn,
  type Finding,
} from '../../domain/epidemiological-investigation/infection-network/findings.ts';
import { serialIntervals } from '../../domain/epidemiological-investigation/infection-network/transmission-chains.ts';
import { isWithin } from '../../domain/shared-kernel/districts/beginnings.ts';
import type { Uses } from '../uses.ts';
import { daysOfCases } from './days-of-cases.ts';
import { casesOf, edgeOf, type Reach } from './network-edge.ts';

export type TracedTransmission = Readonly<{
  caseId: string;
  whole: boolean;
  /** Of other districts without their days. */
  cases: readonly (CaseInLine &
    Readonly<{ district: string; dateOfSymptomOnset: string | null; confirmedOn: string | null }>)[];
  infections: readonly Readonly<{
    infectedBy: string;
    caseId: string;
    contactIds: readonly string[];
    certainty: Certainty;
    /** Days from onset to onset, where both are known and both cases may be seen. */
    serialInterval: number | null;
  }>[];
  findings: readonly Finding[];
}>;

/** 전파 경로: who infected a case and whom it infected, over all generations, and what of it cannot be. */
export const traceTransmission =
  (uses: Uses) =>
  async ({ caseId, reach }: Readonly<{ caseId: string; reach: Reach }>): Promise<TracedTransmission> => {
    const { contacts, whole } = await uses.lookups.transmissionsAround(caseId);
    const edges = contacts.map(edgeOf);
    const { cases, infections } = lineOf(edges, caseId);
    const between = contactsBetween(edges);
    const ids = new Set([caseId, ...casesOf(contacts)]);
    const days = await daysOfCases(uses, [...ids], await uses.clock.now());
    const shown = new Map([...days].filter(([, { district }]) => isWithin(reach, district)));
    const onsets = new Map(
      [...shown].flatMap(([id, { onset }]) => (onset === undefined ? [] : [[id, onset]])),
    );
    const intervals = new Map(
      serialIntervals(edges, onsets).map((one) => [`${one.infectedBy} ${one.caseId}`, one.days]),
    );
    return {
      caseId,
      whole,
      cases: cases.map((one) => ({
        ...one,
        district: days.get(one.caseId)?.district ?? '',
        dateOfSymptomOnset: shown.get(one.caseId)?.onset?.toString() ?? null,
        confirmedOn: shown.get(one.caseId)?.confirmedOn?.toString() ?? null,
      })),
      infections: infections.map((one) => ({
        ...one,
        contactIds: between(one.infectedBy, one.caseId),
        serialInterval: intervals.get(`${one.infectedBy} ${one.caseId}`) ?? null,
      })),
      findings: findingsIn(edges, days),
    };
  };

export type NetworkFindings = Readonly<{
  /** How many transmissions were looked at. */
  transmissions: number;
  whole: boolean;
  items: readonly Finding[];
}>;

/** What cannot be in the network of these districts, with at least one of their cases in it. */
export const networkFindings =
  (uses: Uses) =>
  async (reach: Reach): Promise<NetworkFindings> => {
    const { contacts, whole } = await uses.lookups.transmissionsThrough(reach);
    const days = await daysOfCases(uses, casesOf(contacts), await uses.clock.now());
    const items = findingsIn(contacts.map(edgeOf), days).filter(({ caseIds }) =>
      caseIds.some((id) => isWithin(reach, days.get(id)?.district ?? ' ')),
    );
    return { transmissions: contacts.length, whole, items };
  };
