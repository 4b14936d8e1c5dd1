import { describe, expect, test } from '@jest/globals';
import { chainsOf } from '../../../domain/epidemiological-investigation/infection-network/transmission-chains.ts';
import { CASE, PERSON } from '../../support/investigation-fixtures.ts';
import {
  aContact,
  ANOTHER_CASE,
  converted,
  dropped,
  exposed,
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
import { recordedInfection } from '../../support/past-fixtures.ts';

const link = { sourceCaseId: CASE, exposedPersonId: EXPOSED, caseId: THEIR_CASE, infectedBy: CASE };

describe('an infection that a list tells of', () => {
  test('is one event, and a probable transmission without an exposure', () => {
    const contact = aContact();
    given(contact)
      .when(recordedInfection())
      .thenRaises({ type: 'InfectionRecorded', ...link, foundBy: 'import', certainty: 'probable' });
    expect(contact.state).toMatchObject({
      stage: 'converted',
      transmission: 'probable',
      foundBy: 'import',
      exposures: [],
      ungradedExposures: 0,
      followUp: 'none',
    });
    expect(contact.state).not.toHaveProperty('dateOfLastContact');
    expect(chainsOf([contact.state])).toMatchObject([{ indexCaseId: CASE, links: [{}, { generation: 1 }] }]);
  });
  test('again is quiet, and so is what a person knows better', () => {
    given(aContact(), recordedInfection()).when(recordedInfection()).thenQuiet();
    given(aContact(), named(), converted(), infected('confirmed')).when(recordedInfection()).thenQuiet();
    given(aContact(), recordedInfection(), uninfected()).when(recordedInfection()).thenQuiet();
  });
  test('of a contact that is known already: it has become that case, and keeps its exposures', () => {
    given(aContact(), named(exposure('2026-03-05')), verified('close'), followed())
      .when(recordedInfection())
      .thenRaises(
        { type: 'FollowUpEnded', reason: 'became-case' },
        { type: 'ContactConverted', caseId: THEIR_CASE },
        { type: 'TransmissionEstablished', caseId: THEIR_CASE, certainty: 'probable' },
      );
    given(aContact(), named(), converted())
      .when(recordedInfection())
      .thenRaises({ type: 'TransmissionEstablished', certainty: 'probable' });
  });
  test.each([
    ['by itself', { caseId: CASE }, 'contact/own-source'],
    ['of the source’s own person', { exposedPersonId: PERSON }, 'contact/of-oneself'],
  ] as const)('is refused %s', (_, more, code) =>
    given(aContact()).when(recordedInfection(more)).thenRefused(code),
  );
  test('is refused where the contact was dropped, or is another case', () => {
    given(aContact(), named(), dropped()).when(recordedInfection()).thenRefused('contact/already-dropped');
    given(aContact(), named(), converted(ANOTHER_CASE))
      .when(recordedInfection())
      .thenRefused('contact/already-converted');
  });
});

describe('once recorded', () => {
  test('a person may be surer of it, or take it back and believe it after all', () => {
    given(aContact(), recordedInfection())
      .when(infected('confirmed'))
      .thenRaises({ type: 'TransmissionEstablished', certainty: 'confirmed' });
    const contact = aContact();
    given(contact, recordedInfection(), uninfected())
      .when(infected('possible'))
      .thenRaises({ type: 'TransmissionEstablished' });
    expect(contact.state).not.toHaveProperty('transmissionDoubtedAt');
  });
  test('reverted, nobody is left to follow up', () => {
    const contact = aContact();
    given(contact, recordedInfection())
      .when(reverted())
      .thenRaises(
        { type: 'TransmissionWithdrawn', reason: 'conversion-reverted' },
        { type: 'ConversionReverted', caseId: THEIR_CASE },
        { type: 'ContactDropped', reason: 'not-exposed' },
      );
    expect(contact.state.stage).toBe('dropped');
  });
  test('reverted with an exposure that came to light, it is a contact to be graded', () => {
    const contact = aContact();
    given(contact, recordedInfection(), exposed('2026-03-05'))
      .when(reverted())
      .thenRaises({ type: 'TransmissionWithdrawn' }, { type: 'ConversionReverted' });
    expect(contact.state.stage).toBe('named');
  });
});
