import { describe, expect, test } from '@jest/globals';
import {
  FOLLOW_UP_ENDS,
  type ContactCommand,
  type FollowUpEndReason,
} from '../../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { ContactVerdict } from '../../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import type { ExposureSetting } from '../../../domain/protocol/language/condition.ts';
import { placeId } from '../../../domain/epidemiological-investigation/place-id.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { CASE, PERSON } from '../../support/investigation-fixtures.ts';
import {
  aContact,
  converted,
  dropped,
  EXPOSED,
  exposed,
  exposure,
  followed,
  named,
  unfollowed,
  verdict,
  verified,
} from '../../support/contact-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const met = exposure('2026-03-05');
const close = [named(met), verified('close')];
const under = [...close, followed()];
const link = { sourceCaseId: CASE, exposedPersonId: EXPOSED };

describe('naming', () => {
  test('keeps the link, how the contact was found, and each exposure once', () =>
    given(aContact())
      .when(named(met, exposure('2026-03-05'), exposure('2026-03-04')))
      .thenRaises({
        type: 'ContactNamed',
        ...link,
        district: '11110',
        foundBy: 'interview',
        exposures: [met.facts, exposure('2026-03-04').facts],
      }));
  test('is done once', () => given(aContact(), named()).when(named()).thenRefused('contact/already-named'));
  test('nobody is a contact of themselves', () =>
    given(aContact())
      .when({ ...named(), exposedPersonId: PERSON } as ContactCommand)
      .thenRefused('contact/of-oneself'));
  test('an exposure does not lie in the future', () =>
    given(aContact())
      .when(named(exposure('2026-03-22')))
      .thenRefused('date/in-the-future'));
  test('comes before anything else', () =>
    given(aContact()).when(verified('close')).thenRefused('contact/not-found'));
});

describe('exposures', () => {
  test('the latest one counts, in whatever order they come', () => {
    const contact = aContact();
    given(contact, named(met))
      .when(exposed('2026-03-08'))
      .thenRaises({ type: 'ExposureRecorded', dateOfLastContact: '2026-03-08' });
    given(contact)
      .when(exposed('2026-03-06'))
      .thenRaises({
        type: 'ExposureRecorded',
        exposure: { dateOfLastContact: '2026-03-06' },
        dateOfLastContact: '2026-03-08',
      });
    expect(contact.state).toMatchObject({ dateOfLastContact: '2026-03-08', ungradedExposures: 3 });
  });
  test('the same again is quiet, one that differs in anything is not', () => {
    given(aContact(), named(met)).when(exposed('2026-03-05')).thenQuiet();
    given(aContact(), named(met))
      .when(exposed('2026-03-05', { masked: false }))
      .thenRaises({ type: 'ExposureRecorded' });
  });
  test('the future and a dropped contact are refused, a converted one is not', () => {
    given(aContact(), named()).when(exposed('2026-03-22')).thenRefused('date/in-the-future');
    given(aContact(), named(), dropped()).when(exposed('2026-03-05')).thenRefused('contact/already-dropped');
    given(aContact(), named(), converted())
      .when(exposed('2026-03-05'))
      .thenRaises({ type: 'ExposureRecorded' });
  });
  test.each([
    [{ dateOfFirstContact: LocalDate.of('2026-03-06') }, 'period/ends-before-start'],
    [{ distanceMetres: -1 }, 'exposure/distance-impossible'],
    [{ distanceMetres: Number.NaN }, 'exposure/distance-impossible'],
    [{ minutes: 1.5 }, 'exposure/minutes-impossible'],
    [{ minutes: -1 }, 'exposure/minutes-impossible'],
    [{ setting: 'the moon' as ExposureSetting }, 'exposure/setting-unknown'],
  ])('%p is refused', (more, code) => {
    expect(() => exposure('2026-03-05', more)).toThrow(code);
  });
  test('keep what is known, and their place is a code', () => {
    const first = LocalDate.of('2026-03-05');
    const full = {
      dateOfFirstContact: first,
      distanceMetres: 0.8,
      minutes: 15,
      masked: false,
      touched: true,
    };
    expect(exposure('2026-03-05', full).facts).toEqual({
      dateOfFirstContact: '2026-03-05',
      dateOfLastContact: '2026-03-05',
      placeId: 'P-100',
      setting: 'workplace',
      distanceMetres: 0.8,
      minutes: 15,
      masked: false,
      touched: true,
    });
    expect(() => placeId('서울시 종로구 1')).toThrow('place/malformed');
  });
});

describe('verification', () => {
  test('identifies a close contact, with the grounds', () =>
    given(aContact(), named(met))
      .when(verified('close'))
      .thenRaises({
        type: 'CloseContactIdentified',
        ...link,
        grade: 'close',
        protocolVersion: 'kr-covid-19/2020-06-25',
        conditions: [{ criterion: 'within-1-metre', met: true, fact: '0.8' }],
        dateOfLastContact: '2026-03-05',
      }));
  test.each(['casual', 'none'] as const)('any other grade is no close contact: %s', (grade) =>
    given(aContact(), named(met)).when(verified(grade)).thenRaises({ type: 'ContactGraded', grade }),
  );
  test('needs an exposure', () =>
    given(aContact(), named()).when(verified('close')).thenRefused('contact/exposure-unknown'));
  test('the same verdict is quiet, until an exposure comes that it has not seen', () => {
    given(aContact(), ...close)
      .when(verified('close'))
      .thenQuiet();
    const contact = aContact();
    given(contact, ...close, exposed('2026-03-08'))
      .when(verified('close'))
      .thenRaises({ type: 'ContactGradeConfirmed', grade: 'close', dateOfLastContact: '2026-03-08' });
    expect(contact.state.ungradedExposures).toBe(0);
  });
  test('the same grade on other grounds is confirmed without another notice', () =>
    given(aContact(), ...close)
      .when(verified('close', undefined, 'kr-covid-19/2022-02-09'))
      .thenRaises({ type: 'ContactGradeConfirmed', protocolVersion: 'kr-covid-19/2022-02-09' }));
  test('another grade needs a reason, and keeps the one before', () => {
    given(aContact(), ...close)
      .when(verified('casual'))
      .thenRefused('contact/regrade-needs-reason');
    given(aContact(), ...close)
      .when(verified('casual', 'protocol-changed'))
      .thenRaises({ type: 'ContactGraded', previousGrade: 'close', reason: 'protocol-changed' });
    given(aContact(), named(met), verified('none'))
      .when(verified('close', 'new-exposure'))
      .thenRaises({ type: 'CloseContactIdentified', previousGrade: 'none', reason: 'new-exposure' });
  });
  test('who is no contact after all is not followed up any more; a casual one still is', () => {
    given(aContact(), ...under)
      .when(verified('none', 'facts-corrected'))
      .thenRaises(
        { type: 'FollowUpEnded', status: 'cancelled', reason: 'regraded' },
        { type: 'ContactGraded', grade: 'none' },
      );
    given(aContact(), ...under)
      .when(verified('casual', 'facts-corrected'))
      .thenRaises({ type: 'ContactGraded', grade: 'casual' });
  });
  test('is over for a case and for a dropped contact', () => {
    given(aContact(), ...close, converted())
      .when(verified('casual', 'facts-corrected'))
      .thenRefused('contact/already-converted');
    given(aContact(), named(met), dropped()).when(verified('close')).thenRefused('contact/already-dropped');
  });
  test('takes codes only', () => {
    const of = (fields: object) => () =>
      ContactVerdict.of({ grade: 'close', protocolVersion: 'v1', conditions: [], ...fields });
    expect(of({ grade: 'nearby' })).toThrow('contact/grade-unknown');
    expect(of({ protocolVersion: '' })).toThrow('contact/condition-malformed');
    expect(of({ conditions: [{ criterion: 'near', met: true, fact: '홍길동' }] })).toThrow(
      'contact/condition-malformed',
    );
    expect(verdict('close').equals(verdict('close'))).toBe(true);
    const { grade, protocolVersion } = verdict('close');
    expect(verdict('close').equals({ grade, protocolVersion, conditions: [] })).toBe(false);
  });
});

describe('follow-up', () => {
  test('begins for a graded contact, once', () => {
    given(aContact(), ...close)
      .when(followed())
      .thenRaises({ type: 'FollowUpBegun', dateOfLastContact: '2026-03-05' });
    given(aContact(), ...under)
      .when(followed())
      .thenQuiet();
    given(aContact(), named(met)).when(followed()).thenRefused('contact/not-graded');
    given(aContact(), named(met), verified('none'))
      .when(followed())
      .thenRefused('contact/needs-no-follow-up');
    given(aContact(), named(met), dropped()).when(followed()).thenRefused('contact/already-dropped');
    given(aContact(), ...close, converted())
      .when(followed())
      .thenRefused('contact/already-converted');
  });
  test.each(Object.keys(FOLLOW_UP_ENDS) as FollowUpEndReason[])('ends because of %s, once', (reason) => {
    const status = FOLLOW_UP_ENDS[reason];
    given(aContact(), ...under)
      .when(unfollowed(reason))
      .thenRaises({ type: 'FollowUpEnded', status, reason });
    given(aContact(), ...under, unfollowed(reason))
      .when(unfollowed(reason))
      .thenQuiet();
  });
  test('has one end, and may begin again', () => {
    given(aContact(), ...under, unfollowed('no-answer'))
      .when(unfollowed('period-over'))
      .thenRefused('contact/not-under-follow-up');
    given(aContact(), ...close)
      .when(unfollowed('period-over'))
      .thenRefused('contact/not-under-follow-up');
    given(aContact(), ...under, unfollowed('no-answer'))
      .when(followed())
      .thenRaises({ type: 'FollowUpBegun' });
    given(aContact(), ...under, converted())
      .when(unfollowed('period-over'))
      .thenRefused('contact/already-converted');
  });
});
