import { describe, expect, test } from '@jest/globals';
import type { CaseCommand } from '../../../domain/patient-management/case/case.commands.ts';
import { CLOSED_STAGES } from '../../../domain/patient-management/case/case.state.ts';
import {
  episodeBefore,
  episodeBeforeDay,
  type Episode,
} from '../../../domain/patient-management/case/episodes.ts';
import { onRecordOnly } from '../../../domain/patient-management/case/standing.ts';
import { District } from '../../../domain/shared-kernel/district.ts';
import { RuleBroken } from '../../../domain/shared-kernel/domain-error.ts';
import { caseId, handOverId } from '../../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { aCase, caseAfter, CASE, day, diagnosed, withdrawn } from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import { died, recordedEpisode, recordedOnset, released } from '../../support/past-fixtures.ts';

const by = { by: 'officer', at: day(21) };
const onset = LocalDate.of('2020-01-22');

describe('an episode of the past', () => {
  test('is recorded by one event, with what the list tells and nothing else', () => {
    given(aCase())
      .when(recordedEpisode({ dateOfSymptomOnset: onset, ended: released('2020-02-05') }))
      .thenRaises({
        type: 'EpisodeRecorded',
        v: 1,
        confirmedOn: '2020-01-23',
        dateOfSymptomOnset: '2020-01-22',
        ended: { as: 'released', on: '2020-02-05' },
      });
    given(aCase()).when(recordedEpisode()).thenRaises({ type: 'EpisodeRecorded' });
    expect(caseAfter(recordedEpisode()).news[0]).not.toHaveProperty('ended');
  });
  test('is closed, confirmed on that day, and knows when it was recorded', () => {
    const { state } = caseAfter(recordedEpisode({ ended: released('2020-02-05') }));
    expect(CLOSED_STAGES).toContain(state.stage);
    expect(state).toMatchObject({
      stage: 'recorded',
      classification: 'confirmed',
      confirmedAt: '2020-01-22T15:00:00Z',
      openedAt: day(20).toString(),
      closedAt: day(20).toString(),
      onset: {},
      symptomatic: false,
      recorded: { confirmedOn: '2020-01-23', ended: { as: 'released', on: '2020-02-05' } },
    });
    expect(state.outcome).toBeUndefined(); // a release is no recovery
    expect(state.registryNumber).toBeUndefined();
  });
  test('a death is its outcome, also without a day, and also before the confirmation', () => {
    expect(caseAfter(recordedEpisode({ ended: died('2020-01-20') })).state.outcome).toEqual({
      outcome: 'deceased',
      on: '2020-01-20',
    });
    expect(caseAfter(recordedEpisode({ ended: died() })).state.outcome).toEqual({ outcome: 'deceased' });
  });
  test.each([
    ['confirmed tomorrow', { confirmedOn: day(21).dateInSeoul() }, 'date/in-the-future'],
    ['with an onset to come', { dateOfSymptomOnset: day(21).dateInSeoul() }, 'date/in-the-future'],
    ['with an end to come', { ended: released('2026-04-01') }, 'date/in-the-future'],
    ['released before it was confirmed', { ended: released('2020-01-22') }, 'period/ends-before-start'],
  ] as const)('is refused %s', (_, more, code) =>
    given(aCase()).when(recordedEpisode(more)).thenRefused(code),
  );
  test('is recorded on an unopened case only', () => {
    given(aCase(), diagnosed()).when(recordedEpisode()).thenRefused('case/already-open');
    given(aCase(), recordedEpisode()).when(recordedEpisode()).thenRefused('case/already-open');
    given(aCase(), recordedEpisode()).when(diagnosed()).thenRefused('case/already-open');
  });
});

describe('once recorded', () => {
  const reported: CaseCommand = { type: 'ReportDeath', dateOfDeath: onset, ...by };
  test.each<CaseCommand>([
    reported,
    { type: 'TransferToHospital', ...by },
    { type: 'StartHomeTreatment', ...by },
    { type: 'DoubtIdentity', reason: 'person-denies', ...by },
    { type: 'RecordClinicalCourse', severity: 'mild', ...by },
  ])('nothing of a led case is possible: $type', (command) =>
    given(aCase(), recordedEpisode()).when(command).thenRefused('case/already-closed'),
  );
  test('its onset may be corrected; that of a led case is told with its symptoms', () => {
    given(aCase(), recordedEpisode())
      .when(recordedOnset('2020-01-21'))
      .thenRaises({ type: 'SymptomsOccurred', dateOfSymptomOnset: '2020-01-21', basis: 'entered' });
    given(aCase(), recordedEpisode({ dateOfSymptomOnset: onset }))
      .when(recordedOnset('2020-01-22'))
      .thenQuiet();
    given(aCase(), recordedEpisode()).when(recordedOnset('2026-03-22')).thenRefused('date/in-the-future');
    given(aCase(), diagnosed()).when(recordedOnset('2020-01-21')).thenRefused('case/not-recorded');
  });
  test('an outcome may become known, unless it told of a death', () => {
    const recovered: CaseCommand = {
      type: 'RecordOutcome',
      outcome: 'recovered',
      dateOfOutcome: LocalDate.of('2020-02-06'),
      ...by,
    };
    given(aCase(), recordedEpisode()).when(recovered).thenRaises({ type: 'OutcomeRecorded' });
    given(aCase(), recordedEpisode({ ended: died() }))
      .when(recovered)
      .thenRefused('case/already-closed');
  });
  test('it may be withdrawn, quietly towards its person', () => {
    const one = aCase();
    given(one, recordedEpisode())
      .when({ ...withdrawn(), reason: 'entered-by-mistake' } as CaseCommand)
      .thenRaises({ type: 'RecordedEpisodeWithdrawn', reason: 'entered-by-mistake' });
    expect(one.state).toMatchObject({ stage: 'withdrawn', classification: 'notACase', recorded: {} });
    given(one).when(withdrawn()).thenRefused('case/already-closed');
  });
  test('it may be handed over to another district', () => {
    const one = caseAfter(recordedEpisode());
    expect(one.mayBeHandedOver).toBe(true);
    given(one)
      .when({
        type: 'MoveCase',
        handOverId: handOverId('01900000-0000-7000-8000-000000000077'),
        from: District.of('11500'),
        to: District.of('11110'),
        ...by,
      })
      .thenRaises({ type: 'CaseMoved', from: '11500', to: '11110' });
    expect(caseAfter(recordedEpisode(), withdrawn()).mayBeHandedOver).toBe(false);
  });
  test('no rule decides about it, and nothing is next', () =>
    expect(onRecordOnly).toMatchObject({ waitingFor: 'nothing', rule: 'none', missing: [] }));
});

describe('among the episodes of a person', () => {
  const episode = (id: string, on: string, stage: Episode['stage'] = 'recorded'): Episode => ({
    caseId: id,
    stage,
    classification: stage === 'withdrawn' ? 'notACase' : 'confirmed',
    confirmedAt: `${on}T01:00:00Z`,
  });
  const [old, led] = [episode('old', '2020-01-23'), episode('led', '2021-06-01', 'released')];

  test('a new infection follows the one that was confirmed last, in whatever order they were entered', () => {
    expect(episodeBefore([old])?.caseId).toBe('old');
    expect(episodeBefore([led, old])?.caseId).toBe('led');
    expect(episodeBefore([old, led])?.caseId).toBe('led');
  });
  test('one of the past follows the one before that day', () => {
    const before = (on: string) => episodeBeforeDay([led, old], LocalDate.of(on))?.caseId;
    expect([before('2020-01-22'), before('2020-05-01'), before('2022-01-01')]).toEqual([
      undefined,
      'old',
      'led',
    ]);
    const one = caseAfter(recordedEpisode({ previousCaseId: caseId(CASE) }));
    expect(one.state.previousCaseId).toBe(CASE);
  });
  test('none is recorded twice: another record of that day is named, unless it was withdrawn', () => {
    const there = new RuleBroken('case/already-recorded', { caseId: 'old' });
    try {
      episodeBeforeDay([led, old], LocalDate.of('2020-01-23'));
    } catch (error) {
      expect([(error as RuleBroken).code, (error as RuleBroken).params]).toEqual([there.code, there.params]);
    }
    expect(
      episodeBeforeDay([episode('wrong', '2020-01-23', 'withdrawn')], LocalDate.of('2020-01-23')),
    ).toBeUndefined();
    expect.assertions(2);
  });
});
