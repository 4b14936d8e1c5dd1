import type {
  Certainty,
  ContactCommand,
  RegradeReason,
} from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { Contact } from '../../domain/epidemiological-investigation/infection-network/contact.ts';
import {
  ContactVerdict,
  type ContactGrade,
} from '../../domain/epidemiological-investigation/infection-network/contact-verdict.ts';
import {
  Exposure,
  type ExposureFields,
} from '../../domain/epidemiological-investigation/infection-network/exposure.ts';
import { placeId } from '../../domain/epidemiological-investigation/place-id.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, personId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { CASE, day, idEnding, PERSON } from './investigation-fixtures.ts';

export const EXPOSED = personId(idEnding(31));
export const THEIR_CASE = caseId(idEnding(32));
export const ANOTHER_CASE = caseId(idEnding(33));
const by = (at = day(20)) => ({ by: 'investigator', at });

export const aContact = (): Contact => Contact.unnamed(contactId(idEnding(30)));
export const exposure = (last: string, more: Partial<ExposureFields> = {}): Exposure =>
  Exposure.of({
    dateOfLastContact: LocalDate.of(last),
    placeId: placeId('P-100'),
    setting: 'workplace',
    ...more,
  });
export const named = (...exposures: readonly Exposure[]): ContactCommand => ({
  type: 'NameContact',
  sourceCaseId: CASE,
  sourcePersonId: PERSON,
  exposedPersonId: EXPOSED,
  district: District.of('11110'),
  foundBy: 'interview',
  exposures,
  ...by(),
});
export const exposed = (last: string, more: Partial<ExposureFields> = {}): ContactCommand => ({
  type: 'RecordExposure',
  exposure: exposure(last, more),
  ...by(),
});
export const verdict = (grade: ContactGrade, protocolVersion = 'kr-covid-19/2020-06-25'): ContactVerdict =>
  ContactVerdict.of({
    grade,
    protocolVersion,
    conditions: [{ criterion: 'within-1-metre', met: grade === 'close', fact: '0.8' }],
  });
export const verified = (
  grade: ContactGrade,
  reason?: RegradeReason,
  protocolVersion?: string,
): ContactCommand => ({
  type: 'VerifyContact',
  verdict: verdict(grade, protocolVersion),
  ...(reason === undefined ? {} : { reason }),
  ...by(),
});
export const followed = (): ContactCommand => ({ type: 'BeginFollowUp', ...by() });
export const unfollowed = (
  reason: Extract<ContactCommand, { type: 'EndFollowUp' }>['reason'],
): ContactCommand => ({ type: 'EndFollowUp', reason, ...by() });
export const converted = (to = THEIR_CASE, of = EXPOSED): ContactCommand => ({
  type: 'ConvertToCase',
  caseId: to,
  personId: of,
  ...by(),
});
export const reverted = (): ContactCommand => ({ type: 'RevertConversion', reason: 'ruled-out', ...by() });
export const infected = (certainty: Certainty): ContactCommand => ({
  type: 'EstablishTransmission',
  certainty,
  ...by(),
});
export const uninfected = (): ContactCommand => ({
  type: 'WithdrawTransmission',
  reason: 'another-source',
  ...by(),
});
export const dropped = (): ContactCommand => ({ type: 'DropContact', reason: 'not-exposed', ...by() });
