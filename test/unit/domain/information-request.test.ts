import { describe, expect, test } from '@jest/globals';
import {
  approverRole,
  legalBasis,
  reference,
  requester,
} from '../../../domain/epidemiological-investigation/information-request/codes.ts';
import type { InformationRequestCommand } from '../../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { Period } from '../../../domain/epidemiological-investigation/information-request/period.ts';
import { TimeLimit } from '../../../domain/epidemiological-investigation/information-request/time-limit.ts';
import { LocalDate } from '../../../domain/shared-kernel/local-date.ts';
import { CASE } from '../../support/investigation-fixtures.ts';
import { given } from '../../support/given-when-then.ts';
import {
  aLookUp,
  approved,
  consulted,
  destroyed,
  nothingFound,
  refused,
  requested,
  resulted,
  submitted,
  told,
} from '../../support/look-up-fixtures.ts';

const sent = [requested(), approved(), submitted()];

describe('a request', () => {
  test('names its case, its law, its period and who asks', () =>
    given(aLookUp()).when(requested()).thenRaises({
      type: 'InformationRequested',
      caseId: CASE,
      kind: 'entryLog',
      district: '11110',
      legalBasis: 'idcpa-76-2',
      periodFrom: '2026-03-01',
      periodTo: '2026-03-10',
      requestedBy: 'investigator',
      by: 'clerk',
    }));
  test('is made once, of a past that has been', () => {
    given(aLookUp(), requested()).when(requested()).thenRefused('information-request/already-requested');
    given(aLookUp()).when(requested('entryLog', '2026-03-11')).thenRaises({ type: 'InformationRequested' });
    given(aLookUp()).when(requested('entryLog', '2026-03-12')).thenRefused('date/in-the-future');
    given(aLookUp()).when(approved()).thenRefused('information-request/not-found');
  });
});

describe('its approval', () => {
  test.each(['investigator', 'clerk'])('is not given by %s, who asks or entered it', (by) =>
    given(aLookUp(), requested()).when(approved(by)).thenRefused('information-request/same-person'),
  );
  test('is given once, by another person in a role', () => {
    given(aLookUp(), requested())
      .when(approved())
      .thenRaises({ type: 'RequestApproved', role: 'investigation-lead', by: 'lead', kind: 'entryLog' });
    given(aLookUp(), requested(), approved()).when(approved()).thenQuiet();
    given(aLookUp(), requested(), approved())
      .when(approved('director', 'public-health-director'))
      .thenRefused('information-request/not-awaiting-approval');
  });
  test('is given in a role that the protocol in force names, where it names any', () => {
    const named = approved('lead', 'kdca-approver', ['kdca-approver', 'police']);
    given(aLookUp(), requested()).when(named).thenRaises({ type: 'RequestApproved', protocolVersion: 'v1' });
    given(aLookUp(), requested())
      .when(approved('lead', 'investigation-lead', ['kdca-approver', 'police']))
      .thenRefused('information-request/role-may-not-approve');
  });
  test('is over when there is no case any more, after its approval too, until a provider has it', () => {
    const over = refused('case-is-none', 'process:information-request');
    for (const before of [[requested()], [requested(), approved()]])
      given(aLookUp(), ...before)
        .when(over)
        .thenRaises({ type: 'RequestRejected', reason: 'case-is-none' });
    given(aLookUp(), requested(), approved(), over).when(over).thenQuiet();
    given(aLookUp(), requested(), approved(), submitted())
      .when(over)
      .thenRefused('information-request/not-awaiting-approval');
  });
  test('is refused with a reason, for good', () => {
    given(aLookUp(), requested())
      .when(refused())
      .thenRaises({ type: 'RequestRejected', reason: 'not-necessary' });
    given(aLookUp(), requested(), refused()).when(refused()).thenQuiet();
    given(aLookUp(), requested(), refused())
      .when(refused('no-legal-basis'))
      .thenRefused('information-request/not-awaiting-approval');
    given(aLookUp(), requested(), refused())
      .when(approved())
      .thenRefused('information-request/not-awaiting-approval');
    given(aLookUp(), requested(), approved())
      .when(refused())
      .thenRefused('information-request/not-awaiting-approval');
  });
  test('who asked may take the request back', () =>
    given(aLookUp(), requested())
      .when(refused('entered-by-mistake', 'investigator'))
      .thenRaises({ type: 'RequestRejected', reason: 'entered-by-mistake' }));
});

const afterApproval: readonly InformationRequestCommand[] = [
  submitted(),
  resulted(),
  nothingFound(),
  consulted(),
  told(),
  destroyed(),
];
test.each(afterApproval)('no $type without approval, nor after a rejection', (command) => {
  given(aLookUp(), requested()).when(command).thenRefused('information-request/not-approved');
  given(aLookUp(), requested(), refused()).when(command).thenRefused('information-request/rejected');
});

describe('its submission', () => {
  test('has one reference', () => {
    given(aLookUp(), requested(), approved())
      .when(submitted())
      .thenRaises({ type: 'RequestSubmitted', providerReference: 'KI-77' });
    given(aLookUp(), ...sent)
      .when(submitted())
      .thenQuiet();
    given(aLookUp(), ...sent)
      .when(submitted('KI-78'))
      .thenRefused('information-request/submission-contradicts-earlier');
  });
  test('may reach us after the result', () => {
    const lookUp = aLookUp();
    given(lookUp, requested(), approved(), resulted())
      .when(submitted())
      .thenRaises({ type: 'RequestSubmitted' });
    expect(lookUp.state.stage).toBe('resulted');
  });
});

test('values are codes, and the right way round', () => {
  expect(() => legalBasis('감염병예방법 76조의2')).toThrow('information-request/legal-basis-malformed');
  expect(() => reference('a b')).toThrow('information-request/reference-malformed');
  expect(() => requester('홍길동')).toThrow('information-request/requester-malformed');
  expect(() => approverRole('intern')).toThrow('information-request/role-unknown');
  expect(() => TimeLimit.ofDays(-1)).toThrow('information-request/time-limit-impossible');
  expect(() => TimeLimit.ofDays(1.5)).toThrow('information-request/time-limit-impossible');
  expect(TimeLimit.ofDays(28).equals(TimeLimit.ofDays(28))).toBe(true);
  const [one, other] = [LocalDate.of('2026-03-01'), LocalDate.of('2026-03-02')];
  expect(() => Period.of(other, one)).toThrow('period/ends-before-start');
  expect(Period.of(one, other).equals(Period.of(one, other))).toBe(true);
});
