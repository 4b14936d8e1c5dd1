import { describe, expect, test } from '@jest/globals';
import {
  aCase,
  asked,
  atHome,
  checked,
  day,
  decided,
  diagnosed,
  diagnosticResult,
  died,
  inRetest,
  planned,
  registered,
  released,
  reported,
  retested,
  returned,
  settled,
  suspected,
  TASK,
  TEST,
  transferred,
  treated,
  withClinician,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const at = (moment: { toString(): string }) => moment.toString();

describe('opening', () => {
  test('a diagnosis opens a confirmed case with its onset', () =>
    given(aCase())
      .when(diagnosed())
      .then(
        { type: 'CaseOpened', openedAs: 'diagnosis' },
        { type: 'SymptomsOccurred', dateOfSymptomOnset: '2026-03-01', basis: 'entered' },
        { type: 'InfectionConfirmed', basis: 'diagnosis' },
      ));
  test('a diagnosis without symptoms has no onset', () =>
    given(aCase())
      .when(diagnosed(day(2), false))
      .then({ type: 'CaseOpened' }, { type: 'InfectionConfirmed' }));
  test('an onset in the future is refused', () =>
    given(aCase())
      .when(diagnosed(day(-1)))
      .thenRefused('date/in-the-future'));
  test('a case is opened once', () =>
    given(aCase(), diagnosed()).when(suspected()).thenRefused('case/already-open'));
});

describe('a suspicion', () => {
  test('a positive test confirms', () =>
    given(aCase(), suspected())
      .when(diagnosticResult('positive'))
      .then({ type: 'InfectionConfirmed', basis: 'test', testId: TEST }));
  test('a negative test rules out, and that closes the case', () => {
    const closed = aCase();
    given(closed, suspected()).when(diagnosticResult('negative')).then({ type: 'InfectionRuledOut' });
    expect(closed.isClosed).toBe(true);
  });
  test('an indeterminate test leaves it open', () =>
    given(aCase(), suspected()).when(diagnosticResult('indeterminate')).then({ type: 'DiagnosisLeftOpen' }));
  test.each([
    ['confirm', 'InfectionConfirmed'],
    ['ruleOut', 'InfectionRuledOut'],
  ] as const)('a clinician may %s', (decision, type) =>
    given(aCase(), suspected()).when(settled(decision)).then({ type, basis: 'clinician', taskId: TASK }),
  );
  test('a result for a confirmed case is refused', () =>
    given(aCase(), diagnosed()).when(diagnosticResult('negative')).thenRefused('case/not-suspected'));
  test('it cannot be settled once confirmed', () =>
    given(aCase(), diagnosed()).when(settled('ruleOut')).thenRefused('case/not-suspected'));
  test('it is not registered', () =>
    given(aCase(), suspected()).when(registered()).thenRefused('case/diagnosis-unconfirmed'));
  test('it is not treated', () =>
    given(aCase(), suspected()).when(treated()).thenRefused('case/diagnosis-unconfirmed'));
  test('it is not transferred', () =>
    given(aCase(), suspected()).when(transferred()).thenRefused('case/diagnosis-unconfirmed'));
});

describe('registration and home treatment', () => {
  test('the registry’s number is kept', () =>
    given(aCase(), diagnosed())
      .when(registered())
      .then({ type: 'ConfirmedCaseRegistered', registryNumber: 'KR-2026-000001' }));
  test('registering again is quiet', () =>
    given(aCase(), diagnosed(), registered()).when(registered('KR-2026-000002')).thenQuiet());
  test('a number of another shape is refused', () =>
    given(aCase(), diagnosed()).when(registered('7')).thenRefused('registry-number/malformed'));
  test('treatment starts once', () => {
    given(aCase(), diagnosed()).when(treated()).then({ type: 'HomeTreatmentStarted' });
    given(aCase(), diagnosed(), treated()).when(treated()).thenQuiet();
  });
});

describe('the plan of the check', () => {
  test('counts ten days from onset, to their end at midnight in Seoul', () =>
    given(aCase(), diagnosed(), treated()).when(planned()).then({
      type: 'ReleaseCheckPlanned',
      countedFrom: 'onset',
      anchorDay: '2026-03-01',
      dueAt: '2026-03-11T15:00:00Z',
      round: 1,
    }));
  test('without symptoms counts from confirmation', () =>
    given(aCase(), diagnosed(day(2), false), treated())
      .when(planned())
      .then({ countedFrom: 'confirmed', anchorDay: '2026-03-03' }));
  test('planning again is quiet', () =>
    given(aCase(), ...atHome)
      .when(planned())
      .thenQuiet());
  test('first symptoms move the anchor to their onset', () => {
    const asymptomatic = [diagnosed(day(2), false), treated(), planned()];
    given(aCase(), ...asymptomatic)
      .when(reported('notImproved', day(6)))
      .then(
        { type: 'SymptomsReported' },
        { type: 'SymptomsOccurred', basis: 'computed', dateOfSymptomOnset: '2026-03-07' },
      );
    given(aCase(), ...asymptomatic, reported('improving', day(6)))
      .when(planned(day(6)))
      .then({ countedFrom: 'onset', anchorDay: '2026-03-07' });
  });
  test('an onset that staff enter replaces the one before', () =>
    given(aCase(), ...atHome)
      .when(reported('improving', day(6), '2026-03-02'))
      .then({ type: 'SymptomsReported' }, { type: 'SymptomsOccurred', basis: 'entered' }));
  test('an onset in the future is refused', () =>
    given(aCase(), ...atHome)
      .when(reported('improving', day(6), '2026-03-09'))
      .thenRefused('date/in-the-future'));
  test('is refused before treatment', () =>
    given(aCase(), diagnosed()).when(planned()).thenRefused('case/not-in-home-treatment'));
});

describe('the check', () => {
  test('is quiet before its day', () =>
    given(aCase(), ...atHome, reported('symptomFree', day(9)))
      .when(checked(day(9)))
      .thenQuiet());
  test('is quiet while nobody knows how the patient is', () =>
    given(aCase(), ...atHome)
      .when(checked())
      .thenQuiet());
  test.each(['symptomFree', 'improving'] as const)('finds %s fit for release', (course) =>
    given(aCase(), ...atHome, asked(), reported(course))
      .when(checked())
      .then({
        type: 'FoundFreeOfSymptoms',
        course,
        rule: 'kr-covid-19/2020-06-25',
        conditions: [
          { criterion: 'period-over', met: true },
          { criterion: 'symptoms-known', met: true },
          { criterion: 'free-of-symptoms-or-improving', met: true },
        ],
      }),
  );
  test('a report from the day before needs no question', () =>
    given(aCase(), ...atHome, reported('improving', day(10)))
      .when(checked(day(11)))
      .then({ type: 'FoundFreeOfSymptoms' }));
  test('an older report does not count', () =>
    given(aCase(), ...atHome, reported('improving', day(8)))
      .when(checked(day(11)))
      .thenQuiet());
  test('an answer counts however late', () =>
    given(aCase(), ...atHome, asked(day(11)), reported('improving', day(13)))
      .when(checked(day(14)))
      .then({ type: 'FoundFreeOfSymptoms' }));
  test('finds a patient who is not improving, and orders a retest', () =>
    given(aCase(), ...atHome, asked(), reported('notImproved'))
      .when(checked())
      .then({ type: 'FoundSymptomaticNotImproved', next: 'retest', round: 1 }));
  test('after the largest number of rounds leaves it to a clinician', () => {
    const last = aCase();
    for (const command of withClinician) last.execute(command);
    expect(last.state).toMatchObject({
      stage: 'clinician-decision',
      retests: 3,
      retestsOrdered: 3,
      checks: 4,
    });
    expect(last.news.at(-1)).toMatchObject({ type: 'FoundSymptomaticNotImproved', next: 'clinician' });
  });
  test('is refused out of home treatment', () =>
    given(aCase(), ...inRetest)
      .when(checked())
      .thenRefused('case/not-in-home-treatment'));
});

describe('asking', () => {
  test('is recorded with the time to answer', () =>
    given(aCase(), ...atHome)
      .when(asked())
      .then({ type: 'SymptomCheckRequested', attempt: 1, answerBy: at(day(11).plusHours(6)) }));
  test('the same attempt again is quiet', () =>
    given(aCase(), ...atHome, asked())
      .when(asked())
      .thenQuiet());
  test('is refused in hospital', () =>
    given(aCase(), ...atHome, transferred())
      .when(asked())
      .thenRefused('case/not-in-home-treatment'));
});

describe('a retest', () => {
  test.each([
    ['negative', '2026-03-14T03:00:00Z'],
    ['positive', '2026-03-16T03:00:00Z'],
    ['indeterminate', '2026-03-16T03:00:00Z'],
  ] as const)('that is %s never reclassifies; the next check comes at noon', (result, nextCheckAt) => {
    const one = aCase();
    given(one, ...inRetest)
      .when(retested(result))
      .then({ type: 'PcrTestPerformed', result, nextCheckAt });
    expect(one.state.classification).toBe('confirmed');
  });
  test('is refused when none is awaited', () =>
    given(aCase(), ...atHome)
      .when(retested('negative'))
      .thenRefused('case/not-awaiting-retest'));
});

describe('a clinician', () => {
  test('may release', () => {
    given(aCase(), ...withClinician)
      .when(decided('release', day(30)))
      .then({ type: 'ClinicianDecided', decision: 'release' });
    given(aCase(), ...withClinician, decided('release', day(30)))
      .when(released(day(30)))
      .then({ type: 'HomeTreatmentEnded' }, { type: 'ReleasedFromIsolation', because: 'clinician' });
  });
  test('may keep, until the next check', () =>
    given(aCase(), ...withClinician)
      .when(decided('keep', day(30)))
      .then({ type: 'ClinicianDecided', nextCheckAt: '2026-04-03T03:00:00Z' }));
  test('decides only when asked', () =>
    given(aCase(), ...atHome)
      .when(decided('release'))
      .thenRefused('case/not-awaiting-clinician'));
});

describe('release', () => {
  const fit = [...atHome, asked(), reported('improving'), checked()];
  test('ends home treatment', () =>
    given(aCase(), ...fit)
      .when(released())
      .then(
        { type: 'HomeTreatmentEnded', because: 'released' },
        { type: 'ReleasedFromIsolation', because: 'criteria' },
      ));
  test('twice is quiet', () =>
    given(aCase(), ...fit, released())
      .when(released())
      .thenQuiet());
  test('never without the criteria', () =>
    given(aCase(), ...inRetest)
      .when(released())
      .thenRefused('case/release-criteria-not-met'));
});

describe('a turn of events', () => {
  const stages = {
    suspected: [suspected()],
    confirmed: [diagnosed()],
    home: atHome,
    retest: inRetest,
    clinician: [...withClinician],
  };
  test.each(Object.keys(stages) as (keyof typeof stages)[])(
    'death and withdrawal are taken while %s',
    (stage) => {
      for (const command of [died('2026-03-30', day(31)), withdrawn(day(31))]) {
        const one = aCase();
        for (const earlier of stages[stage]) one.execute(earlier);
        one.execute(command);
        expect(one.isClosed).toBe(true);
        expect(one.state).not.toHaveProperty('homeTreatmentSince');
      }
    },
  );
  test('death in the future is refused', () =>
    given(aCase(), ...atHome)
      .when(died('2026-03-15', day(13)))
      .thenRefused('date/in-the-future'));
  test('hospital ends the treatment at home, coming back starts it anew', () => {
    given(aCase(), ...atHome)
      .when(transferred())
      .then({ type: 'HomeTreatmentEnded', because: 'hospital' }, { type: 'TransferredToHospital' });
    given(aCase(), ...atHome, transferred(), returned())
      .when(treated(day(14)))
      .then({ type: 'HomeTreatmentStarted' });
  });
  test('nobody is transferred twice', () =>
    given(aCase(), ...atHome, transferred())
      .when(transferred())
      .thenRefused('case/already-in-hospital'));
  test('nobody returns who did not go', () =>
    given(aCase(), ...atHome)
      .when(returned())
      .thenRefused('case/not-in-hospital'));
  test('a closed case takes nothing more', () => {
    const closed = () => [...atHome, withdrawn()];
    for (const command of [
      reported('improving', day(14)),
      died('2026-03-10', day(14)),
      transferred(),
      withdrawn(),
    ]) {
      given(aCase(), ...closed())
        .when(command)
        .thenRefused('case/already-closed');
    }
  });
});
