import { describe, expect, test } from '@jest/globals';
import { CASE, PERSON } from '../../support/investigation-fixtures.ts';
import {
  aContact,
  ANOTHER_CASE,
  converted,
  dropped,
  EXPOSED,
  exposure,
  followed,
  infected,
  named,
  reverted,
  THEIR_CASE,
  uninfected,
  verified,
} from '../../support/contact-fixtures.ts';
import { given } from '../../support/given-when-then.ts';

const met = exposure('2026-03-05');
const close = [named(met), verified('close')];
const under = [...close, followed()];
const link = { sourceCaseId: CASE, exposedPersonId: EXPOSED };

describe('conversion', () => {
  test('keeps the link and ends the follow-up in the same step', () => {
    const contact = aContact();
    given(contact, ...under)
      .when(converted())
      .thenRaises(
        { type: 'FollowUpEnded', status: 'cancelled', reason: 'became-case' },
        { type: 'ContactConverted', ...link, caseId: THEIR_CASE, infectedBy: CASE },
      );
    expect(contact.state).toMatchObject({ stage: 'converted', ...link, caseId: THEIR_CASE });
  });
  test('is of the exposed person, to a case of their own, once', () => {
    given(aContact(), named(), converted()).when(converted()).thenQuiet();
    given(aContact(), named(), converted())
      .when(converted(ANOTHER_CASE))
      .thenRefused('contact/already-converted');
    given(aContact(), named()).when(converted(CASE)).thenRefused('contact/own-source');
    given(aContact(), named())
      .when(converted(THEIR_CASE, PERSON))
      .thenRefused('contact/case-of-another-person');
    given(aContact(), named(), dropped()).when(converted()).thenRefused('contact/already-dropped');
  });
  test('reverted, it is the contact that it was, without an infection', () => {
    const contact = aContact();
    given(contact, ...close, converted(), infected('probable'))
      .when(reverted())
      .thenRaises(
        { type: 'TransmissionWithdrawn', caseId: THEIR_CASE, reason: 'conversion-reverted' },
        { type: 'ConversionReverted', caseId: THEIR_CASE, reason: 'ruled-out' },
      );
    expect(contact.state).toMatchObject({ stage: 'graded', grade: 'close' });
    expect(contact.state).not.toHaveProperty('transmission');
    given(contact).when(reverted()).thenRefused('contact/not-a-case');
  });
});

describe('transmission', () => {
  const aCase = [named(), converted()];
  test('is established between cases; another certainty replaces the one before', () => {
    given(aContact(), ...aCase)
      .when(infected('possible'))
      .thenRaises({
        type: 'TransmissionEstablished',
        caseId: THEIR_CASE,
        infectedBy: CASE,
        certainty: 'possible',
      });
    given(aContact(), ...aCase, infected('possible'))
      .when(infected('possible'))
      .thenQuiet();
    given(aContact(), ...aCase, infected('possible'))
      .when(infected('confirmed'))
      .thenRaises({ type: 'TransmissionEstablished', certainty: 'confirmed' });
    given(aContact(), named()).when(infected('confirmed')).thenRefused('contact/not-a-case');
  });
  test('is withdrawn with a reason', () => {
    given(aContact(), ...aCase, infected('possible'))
      .when(uninfected())
      .thenRaises({ type: 'TransmissionWithdrawn', infectedBy: CASE, reason: 'another-source' });
    given(aContact(), ...aCase)
      .when(uninfected())
      .thenRefused('contact/transmission-not-established');
    given(aContact(), named()).when(uninfected()).thenRefused('contact/not-a-case');
  });
});

test('a contact is dropped once, with its follow-up; a case is not', () => {
  given(aContact(), ...under)
    .when(dropped())
    .thenRaises(
      { type: 'FollowUpEnded', reason: 'dropped' },
      { type: 'ContactDropped', reason: 'not-exposed' },
    );
  given(aContact(), named(), dropped()).when(dropped()).thenQuiet();
  given(aContact(), named(), converted()).when(dropped()).thenRefused('contact/already-converted');
  given(aContact(), named(), dropped()).when(infected('confirmed')).thenRefused('contact/already-dropped');
});
