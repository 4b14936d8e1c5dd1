import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import type { CaseEvent } from '../../../domain/patient-management/case/case.events.ts';
import type { CaseRules } from '../../../domain/patient-management/case/case-rules.ts';
import type { CaseState } from '../../../domain/patient-management/case/case.state.ts';
import type { Case } from '../../../domain/patient-management/case/case.ts';
import { evolveCase } from '../../../domain/patient-management/case/evolve-case.ts';
import {
  aCase,
  asked,
  checked,
  chosen,
  courseRecorded,
  day,
  decided,
  diagnosed,
  diagnosticResult,
  died,
  doubted,
  ended,
  historyRecorded,
  planned,
  reclassified,
  registered,
  released,
  reported,
  resolved,
  retested,
  returned,
  settled,
  suspected,
  tiered,
  told,
  transferred,
  treated,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { byTests, daysFrom, rule, rulesWith } from '../../support/case-rules.ts';
import { refusal } from '../../support/refusal.ts';

type Made = (count: number, rules: CaseRules) => CaseCommand;
const COMMANDS: readonly Made[] = [
  (count) => diagnosed(day(count)),
  (count) => diagnosed(day(count), false),
  (count) => suspected(day(count)),
  (count) => diagnosticResult(count % 3 === 0 ? 'negative' : 'indeterminate', day(count), day(count - 1)),
  (count) => diagnosticResult('positive', day(count), day(count - 1)),
  (count) => settled(count % 2 === 0 ? 'confirm' : 'ruleOut', day(count)),
  (count) => reclassified(count % 2 === 0 ? 'probable' : 'suspected', day(count)),
  (count) => registered(undefined, day(count)),
  (count) => doubted(day(count)),
  (count) => resolved(day(count)),
  (count) => treated(day(count)),
  (count) => tiered(count % 2 === 0 ? 'general' : 'intensive', day(count)),
  (count) => chosen(`kr-covid-19/2020-06-25/${1 + (count % 2)}`, day(count)),
  (count, rules) => planned(day(count), rules),
  (count, rules) => checked(day(count), rules),
  (count, rules) => checked(day(count), rules),
  (count) => asked(day(count), 1 + (count % 2)),
  (count) => reported(count % 3 === 0 ? 'notImproved' : 'improving', day(count)),
  (count) => reported('symptomFree', day(count), count % 2 === 0 ? '2026-03-01' : undefined),
  (count) => told({ course: 'improving', symptoms: [{ code: 'fever' }], temperatureCelsius: 38 }, day(count)),
  (count) => courseRecorded({ severity: count % 9 === 0 ? 'critical' : 'mild' }, day(count)),
  (count) => historyRecorded({ riskFactors: count % 2 === 0 ? [] : ['asthma'] }, day(count)),
  (count, rules) => retested('positive', day(count), { rules }),
  (count, rules) => retested('negative', day(count), { rules, collectedAt: day(count).plusHours(-6) }),
  (count, rules) => retested('indeterminate', day(count), { rules }),
  (count, rules) => decided(count % 2 === 0 ? 'release' : 'keep', day(count), rules),
  (count) => released(day(count)),
  (count) => ended('2026-03-03', day(count), count % 2 === 0 ? 'recovered' : 'unknown'),
  (count) => (count % 9 === 0 ? died('2026-03-02', day(count)) : transferred(day(count))),
  (count) => returned(day(count)),
  (count, rules) => (count % 9 === 0 ? withdrawn(day(count)) : planned(day(count), rules)),
];
const PROTOCOLS: readonly CaseRules[] = [
  rule,
  rulesWith([byTests]),
  rulesWith([{ minimum: [daysFrom('onset', 7)], course: 'any' }, byTests]),
  rulesWith([
    { minimum: [daysFrom('confirmed', 5)], requires: { not: { fact: 'riskFactors', includes: 'asthma' } } },
  ]),
];
const OPENINGS: readonly (readonly CaseCommand[])[] = [
  [],
  [suspected(day(0))],
  [diagnosed(day(0)), treated(day(0))],
  [diagnosed(day(0), false), treated(day(0))],
];

/** Every fact there is, by name. */
const FACTS = `
  CaseOpened CaseReclassified ClinicalCourseRecorded ClinicianDecided
  ConfirmedCaseRegistered DeathReported DiagnosisLeftOpen DiagnosisWithdrawn FoundFreeOfSymptoms
  FoundSymptomaticNotImproved HomeTreatmentEnded HomeTreatmentStarted IdentityDoubted
  IdentityResolved InfectionConfirmed InfectionRuledOut MedicalHistoryRecorded OutcomeRecorded
  PcrTestPerformed ProtocolChosen ReleaseCheckPlanned ReleaseLeftToClinician ReleaseTestFoundDue
  ReleasedFromIsolation ReturnedFromHospital SymptomCheckRequested SymptomsOccurred
  SymptomsReported TierAssigned TransferredToHospital
`
  .trim()
  .split(/\s+/);
/** What comes to a verdict seldom comes by chance: asked, answered and judged on one day. */
const ROUNDS: readonly (readonly Made[])[] = (['notImproved', 'improving', 'symptomFree'] as const).map(
  (course) => [
    (count, rules) => planned(day(count), rules),
    (count) => asked(day(count)),
    (count) => reported(course, day(count)),
    (count, rules) => checked(day(count), rules),
  ],
);
const days = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...COMMANDS).map((made) => [made]) },
  { weight: 1, arbitrary: fc.constantFrom(...ROUNDS) },
);

/** Any commands in any order, day by day, under protocols of several shapes. */
const lives = fc
  .record({
    rules: fc.constantFrom(...PROTOCOLS),
    opening: fc.constantFrom(...OPENINGS),
    life: fc.array(days, { minLength: 1, maxLength: 60 }),
  })
  .map(({ rules, opening, life }) => [
    ...opening,
    ...life.flatMap((today, count) => today.map((made) => made(count + 1, rules))),
  ]);
const holds = (property: (commands: readonly CaseCommand[]) => void) =>
  fc.assert(fc.property(lives, property), { numRuns: 400 });

/** What one command raises; nothing where it is refused. */
function raisedBy(one: Case, command: CaseCommand): readonly CaseEvent[] {
  const before = one.news.length;
  refusal(one, command);
  return one.news.slice(before);
}
const live = (commands: readonly CaseCommand[]) => {
  const one = aCase();
  for (const command of commands) raisedBy(one, command);
  return one;
};
/** Every state of a life, with the fact that led to it. */
function statesOf(
  one: Case,
): readonly Readonly<{ event: CaseEvent; before?: CaseState; after: CaseState }>[] {
  let before: CaseState | undefined;
  return one.news.map((event) => {
    const after = evolveCase(before, event);
    const step = { event, after, ...(before === undefined ? {} : { before }) };
    before = after;
    return step;
  });
}

describe('whatever is asked in whatever order', () => {
  test('refusals are the domain’s, versions have no gap, state is the fold', () =>
    holds((commands) => {
      const one = live(commands);
      expect(one.version).toBe(one.news.length);
      const folded = statesOf(one).at(-1)?.after;
      if (folded !== undefined) expect(one.state).toEqual(folded);
    }));

  test('the classification changes only by the facts that say so', () =>
    holds((commands) => {
      const own = ['InfectionConfirmed', 'InfectionRuledOut', 'CaseReclassified', 'DiagnosisWithdrawn'];
      for (const { event, before, after } of statesOf(live(commands))) {
        expect(after.classifications.at(-1)?.to).toBe(after.classification);
        if (before === undefined) continue;
        if (own.includes(event.type)) {
          expect(after.classifications.slice(0, -1)).toEqual(before.classifications);
        } else {
          expect(after.classification).toBe(before.classification);
          expect(after.classifications).toEqual(before.classifications);
        }
      }
    }));

  test('a release test never reclassifies, whatever its result', () =>
    holds((commands) => {
      const one = aCase();
      for (const command of commands) {
        const before = one.version === 0 ? undefined : one.state;
        const raised = raisedBy(one, command);
        if (command.type !== 'RecordRetestResult' || before === undefined) continue;
        expect(['', 'PcrTestPerformed']).toContain(raised.map(({ type }) => type).join());
        expect(one.state.classifications).toEqual(before.classifications);
        expect(one.state.confirmedAt).toBe(before.confirmedAt);
      }
    }));

  test('a closed case changes only by its registration, its outcome, and doubts about a finding that released somebody', () =>
    holds((commands) => {
      for (const { event, before } of statesOf(live(commands))) {
        if (before?.closedAt === undefined) continue;
        // Living support is still judged and paid after a release.
        const isOpenToDoubt = before.stage === 'released' || before.identityInDoubt !== undefined;
        const doubt = isOpenToDoubt ? ['IdentityDoubted', 'IdentityResolved', 'DiagnosisWithdrawn'] : [];
        expect(['ConfirmedCaseRegistered', 'OutcomeRecorded', ...doubt]).toContain(event.type);
      }
    }));

  test('nobody is released without the criteria or a clinician', () =>
    holds((commands) => {
      const { news } = live(commands);
      const releasedAt = news.findIndex(({ type }) => type === 'ReleasedFromIsolation');
      if (releasedAt === -1) return;
      const verdict = news
        .slice(0, releasedAt)
        .filter(({ type }) => /^(Found|ReleaseTest|ReleaseLeft|ClinicianDecided)/.test(type))
        .at(-1);
      expect(
        verdict?.type === 'FoundFreeOfSymptoms' || (verdict as { decision?: string })?.decision === 'release',
      ).toBe(true);
    }));

  test('the same command right away again adds nothing: it is quiet, refused, or tells the same once more', () =>
    holds((commands) => {
      // An indeterminate result is counted once more: see the diagnostic results.
      const toldAgain = ['SymptomsReported', 'ClinicalCourseRecorded', 'DiagnosisLeftOpen'];
      const one = aCase();
      for (const command of commands) {
        const first = raisedBy(one, command);
        for (const event of raisedBy(one, command)) {
          expect(toldAgain).toContain(event.type);
          expect(first).toContainEqual(event);
        }
      }
    }));
});

test('these lives come to every fact that a case knows', () => {
  const seen = new Set(
    fc
      .sample(lives, { numRuns: 1_500, seed: 7 })
      .flatMap((commands) => live(commands).news.map(({ type }) => type)),
  );
  expect([...seen].sort()).toEqual(FACTS);
});
