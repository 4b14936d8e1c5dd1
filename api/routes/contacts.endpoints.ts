import { command } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import {
  contactSymptomsBody,
  contactVaccinationsBody,
  dropBody,
  exposureBody,
  followUpEndBody,
  gradeBody,
  transmissionBody,
} from '../schemas/contacts.ts';
import { ofContact, ofTestOfContact } from '../schemas/params.ts';
import { testResultBody } from '../schemas/requests.ts';

const contact = { tag: 'contacts', about: 'contact', params: ofContact, name: 'contactId' } as const;
/** Whoever was dropped or has become a case is no contact any more. */
const NO_CONTACT = ['contact/already-dropped', 'contact/already-converted'];

/** 접촉자: exposed again, graded, asked how they are, tested, dropped; and who infected whom. */
export const CONTACTS: readonly Endpoint[] = [
  command(
    {
      ...contact,
      path: '/contacts/:id/exposures',
      does: {
        ko: '접촉자의 노출을 하나 더 기록합니다.',
        en: 'Records one more exposure of a contact.',
      },
      more: {
        ko: '가장 늦은 접촉일로 감시 기간을 셉니다. 이미 아는 노출은 아무것도 바꾸지 않습니다.',
        en: 'Days are counted from the latest contact. An exposure that is known already changes nothing.',
      },
      action: 'contact:trace',
      body: exposureBody,
      example: {
        dateOfLastContact: '2026-11-20',
        placeId: 'P-101',
        setting: 'venue',
        minutes: 40,
        masked: true,
      },
      problems: ['contact/already-dropped', 'exposure'],
    },
    (requests, { contactId, expectedVersion, by, commandId, fingerprint, ...exposure }) =>
      requests.recordExposure({ contactId, expectedVersion, by, commandId, fingerprint, exposure }),
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/grade',
      does: {
        ko: '접촉자를 밀접, 일상, 접촉자 아님으로 직접 판정합니다.',
        en: 'Grades a contact by hand: close, casual or none.',
      },
      action: 'contact:trace',
      body: gradeBody,
      example: { grade: 'close' },
      problems: [...NO_CONTACT, 'contact/exposure-unknown'],
    },
    (requests, ask) => requests.gradeContact(ask),
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/symptom-reports',
      does: {
        ko: '접촉자의 증상 유무를 기록합니다. 응답을 기다리던 전화 과업은 닫힙니다.',
        en: 'Records whether a contact has symptoms. Nobody has to call them for it any more.',
      },
      action: 'contact:report',
      body: contactSymptomsBody,
      example: { symptomatic: true, dateOfSymptomOnset: '2026-11-21' },
      problems: [...NO_CONTACT, 'contact/not-graded', 'contact/needs-no-follow-up'],
    },
    (requests, ask) => requests.reportContactSymptoms(ask),
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/vaccinations',
      does: {
        ko: '접촉자의 예방접종일을 모두 기록합니다. 접종한 적이 없으면 빈 목록을 보냅니다.',
        en: 'Records the day of every dose that a contact has had. If there was none, send an empty list.',
      },
      action: 'contact:report',
      body: contactVaccinationsBody,
      example: { vaccinatedOn: ['2025-04-02', '2025-10-20'] },
      problems: NO_CONTACT,
    },
    (requests, ask) => requests.recordContactVaccinations(ask),
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/drop',
      does: {
        ko: '잘못 등록된 접촉자를 제외합니다. 감시도 끝납니다.',
        en: 'Drops somebody who was named in error. Their follow-up ends.',
      },
      action: 'contact:trace',
      body: dropBody,
      example: { reason: 'duplicate' },
      problems: NO_CONTACT,
    },
    (requests, ask) => requests.dropContact(ask),
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/follow-up-end',
      does: {
        ko: '감시를 사유와 함께 끝냅니다.',
        en: 'Ends the follow-up of a contact, with the reason.',
      },
      action: 'contact:trace',
      body: followUpEndBody,
      example: { reason: 'left-the-country' },
      problems: [...NO_CONTACT, 'contact/not-under-follow-up'],
    },
    (requests, ask) => requests.endFollowUp(ask),
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/transmission',
      does: {
        ko: '선행확진자가 이 접촉자를 감염시켰는지 인정하거나(certainty) 철회합니다(withdrawn).',
        en: 'Says how sure it is that the source case infected this contact (certainty), or that it did not (withdrawn).',
      },
      action: 'contact:trace',
      body: transmissionBody,
      example: { certainty: 'probable' },
      problems: ['contact/already-dropped', 'contact/not-a-case', 'contact/transmission-not-established'],
    },
    (requests, ask) => {
      if ('certainty' in ask) return requests.establishTransmission(ask);
      const { withdrawn, ...rest } = ask;
      return requests.withdrawTransmission({ ...rest, reason: withdrawn });
    },
  ),
  command(
    {
      ...contact,
      path: '/contacts/:id/tests/:testId/result',
      does: {
        ko: '접촉자가 자가격리 중 받은 검사의 결과를 기록합니다.',
        en: 'Records the result of a test that a contact had in quarantine.',
      },
      more: {
        ko: '답과 If-Match의 버전은 검사의 것입니다.',
        en: 'The version, in the answer and in If-Match, is the test’s.',
      },
      params: ofTestOfContact,
      names: { testId: 'test' },
      name: 'testId',
      action: 'test:handle',
      body: testResultBody,
      example: { result: 'negative', specimenCollectionDate: '2026-11-21T09:30:00+09:00' },
      problems: [
        'test/not-found',
        'test/belongs-to-another-contact',
        'test/cancelled',
        'test/specimen-rejected',
        'test/specimen-differs',
        'test/result-contradicts-earlier',
        'test/time-in-the-future',
        'test/times-out-of-order',
      ],
    },
    (requests, { specimenCollectionDate, ...ask }) =>
      requests.recordTestResult({ ...ask, specimenCollectedAt: specimenCollectionDate }),
  ),
];
