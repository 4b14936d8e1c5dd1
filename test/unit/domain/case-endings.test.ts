import { describe, expect, test } from '@jest/globals';
import { CLOSED_STAGES } from '../../../domain/patient-management/case/case.state.ts';
import {
  aCase,
  asked,
  atHome,
  checked,
  day,
  decided,
  diagnosed,
  died,
  inRetest,
  released,
  reported,
  retested,
  returned,
  suspected,
  transferred,
  treated,
  withClinician,
  withdrawn,
} from '../../support/case-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

describe('a retest', () => {
  test.each([
    ['negative', '2026-03-14T03:00:00Z'],
    ['positive', '2026-03-16T03:00:00Z'],
    ['indeterminate', '2026-03-16T03:00:00Z'],
  ] as const)('that is %s never reclassifies; the next check comes at noon', (result, nextCheckAt) => {
    const one = aCase();
    given(one, ...inRetest)
      .when(retested(result))
      .thenRaises({ type: 'PcrTestPerformed', result, nextCheckAt });
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
      .thenRaises({ type: 'ClinicianDecided', decision: 'release' });
    given(aCase(), ...withClinician, decided('release', day(30)))
      .when(released(day(30)))
      .thenRaises({ type: 'HomeTreatmentEnded' }, { type: 'ReleasedFromIsolation', because: 'clinician' });
  });
  test('may keep, until the next check', () =>
    given(aCase(), ...withClinician)
      .when(decided('keep', day(30)))
      .thenRaises({ type: 'ClinicianDecided', nextCheckAt: '2026-04-03T03:00:00Z' }));
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
      .thenRaises(
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
        expect(CLOSED_STAGES).toContain(one.state.stage);
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
      .thenRaises({ type: 'HomeTreatmentEnded', because: 'hospital' }, { type: 'TransferredToHospital' });
    given(aCase(), ...atHome, transferred(), returned())
      .when(treated(day(14)))
      .thenRaises({ type: 'HomeTreatmentStarted' });
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
      retested('negative', day(14)),
      decided('release', day(14)),
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
