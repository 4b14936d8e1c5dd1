import { officeNeeded } from '../access/offices.ts';
import { command, creation } from '../contract/builders.ts';
import { endpoint, type Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import { nameVisitorBody } from '../schemas/contacts.ts';
import {
  approvalBody,
  consultationBody,
  lookUpBody,
  lookUpRefusalBody,
  lookUpWithdrawalBody,
  personNoticeBody,
  venueLookUpBody,
} from '../schemas/investigation.ts';
import { visitorsShown } from '../schemas/investigation-shown.ts';
import { ofCase, ofLookUp, ofVisit } from '../schemas/params.ts';
import { forPeople } from '../words.ts';

const lookUp = {
  tag: 'investigation',
  about: 'information-request',
  params: ofLookUp,
  name: 'informationRequestId',
  problems: ['information-request'],
} as const;
const asking = {
  ...lookUp,
  action: 'look-up:request',
  at: '/look-ups',
  makes: 'information-request',
  problems: ['information-request', 'protocol/rule-absent'],
} as const;
const reading = {
  ...lookUp,
  action: 'look-up:open-records',
  problems: ['information-request', 'partner/unavailable', 'partner/refused'],
} as const;

/** 정보 조회: asked for under a law, approved by somebody else, read on record, destroyed in time. */
export const LOOK_UPS: readonly Endpoint[] = [
  creation(
    {
      ...asking,
      about: 'case',
      params: ofCase,
      path: '/cases/:id/look-ups',
      does: {
        ko: '환자의 출입명부나 카드 승인 내역의 조회를 요청합니다. 승인된 뒤에만 제공기관에 보냅니다.',
        en: 'Asks for a patient’s entry log or card approvals. Nothing goes to the provider before somebody approves it.',
      },
      more: {
        ko: 'legalBasis를 비우면 현행 지침의 법적 근거를 씁니다. 다른 사람의 요청을 대신 입력할 때는 requestedBy에 그 계정을 적습니다. 요청한 사람과 입력한 사람은 승인할 수 없습니다.',
        en: 'Without legalBasis, that of the protocol in force is taken. Name the account in requestedBy where you enter somebody else’s request: neither of you may approve it.',
      },
      body: lookUpBody,
      example: { kind: 'cardHistory', periodFrom: '2026-11-10', periodTo: '2026-11-21' },
    },
    (requests, ask) => requests.requestInformation(ask),
  ),
  creation(
    {
      ...asking,
      about: 'route',
      params: ofVisit,
      names: { visitId: 'part' },
      path: '/routes/:id/visits/:visitId/look-ups',
      does: {
        ko: '확진자가 머문 시간에 그 장소에 있던 사람의 출입명부 조회를 요청합니다.',
        en: 'Asks for the entry log of a place: who else was there while the case was.',
      },
      more: {
        ko: '인정된 방문에만, 전염될 수 있었던 시간만큼만 요청됩니다.',
        en: 'Only of a visit that is established, and only for the part of it in which others could catch the disease.',
      },
      body: venueLookUpBody,
      example: {},
      problems: [...asking.problems, 'route/visit-not-found', 'route/visit-not-established'],
    },
    (requests, ask) => requests.requestVenueLookUp(ask),
  ),
  command(
    {
      ...lookUp,
      path: '/look-ups/:id/approval',
      does: {
        ko: '정보 조회를 승인합니다. 승인하면 제공기관에 보냅니다.',
        en: 'Approves a look-up. It is sent to the provider then.',
      },
      more: {
        ko: 'role은 승인하는 직책입니다. 그 관할에서 맡은 승인 직책이 하나뿐이면 생략할 수 있습니다.',
        en: 'role is the office in which you approve. It may be left out where you hold only one in that district.',
      },
      action: 'look-up:approve',
      body: approvalBody,
      example: {},
      problems: [...asking.problems, 'access/not-your-office'],
    },
    (requests, ask, who) => requests.approveRequest({ ...ask, role: officeNeeded(who, ask.role) }),
  ),
  command(
    {
      ...lookUp,
      path: '/look-ups/:id/withdrawal',
      does: {
        ko: '본인이 요청한 정보 조회를 승인되기 전에 철회합니다.',
        en: 'Takes back a look-up that you have asked for, before anybody approves it.',
      },
      action: 'look-up:request',
      body: lookUpWithdrawalBody,
      example: { reason: 'entered-by-mistake' },
    },
    (requests, ask) => requests.withdrawRequest(ask),
  ),
  command(
    {
      ...lookUp,
      path: '/look-ups/:id/rejection',
      does: {
        ko: '정보 조회를 반려합니다. 제공기관에는 보내지 않습니다.',
        en: 'Rejects a look-up. Nothing is sent to the provider.',
      },
      action: 'look-up:approve',
      body: lookUpRefusalBody,
      example: { reason: 'period-too-long' },
    },
    (requests, ask) => requests.rejectRequest(ask),
  ),
  command(
    {
      ...lookUp,
      path: '/look-ups/:id/consultations',
      does: {
        ko: '조회 결과 원본을 열람한다는 사실과 목적을 남깁니다. 보관 기한이 지나면 열람할 수 없습니다.',
        en: 'Puts on record that you read the raw records, and what for. It is refused once they may be kept no longer.',
      },
      action: 'look-up:open-records',
      body: consultationBody,
      example: { purpose: 'route' },
    },
    (requests, ask) => requests.consultRecords(ask),
  ),
  command(
    {
      ...lookUp,
      path: '/look-ups/:id/person-notice',
      does: {
        ko: '정보를 조회했다는 사실을 본인에게 알렸음을 기록합니다.',
        en: 'Records that the person was told of the look-up.',
      },
      action: 'look-up:request',
      body: personNoticeBody,
      example: { channel: 'letter' },
    },
    (requests, ask) => requests.notifyPerson(ask),
  ),
  endpoint(
    {
      ...reading,
      method: 'post',
      path: '/look-ups/:id/visitors',
      does: {
        ko: '확진자와 같은 시간에 그 장소에 있던 사람의 명단을 엽니다. 열 때마다 열람 기록이 남습니다.',
        en: 'Opens the list of who was at the place while the case was. Each opening is on record.',
      },
      more: {
        ko: '명단은 제공기관에서 바로 가져오며 저장하지 않습니다. 접촉자로 관리할 사람은 접촉자로 등록하세요.',
        en: 'The list comes straight from the provider and is kept nowhere. Name those who have to be followed as contacts.',
      },
      body: nothing,
      example: {},
      needsKey: true,
      needsVersion: true,
      answer: { status: 200, schema: visitorsShown, etag: true },
    },
    async ({ requests }, { identity, expectedVersion, params }) => {
      const asked = { ...identity(), expectedVersion: expectedVersion(), ...params };
      const { receipt, placeId, visitors } = await requests.openVisitors(asked);
      const { id: informationRequestId, version, stage } = receipt;
      return {
        version,
        headers: { 'cache-control': 'no-store' },
        body: forPeople({ informationRequestId, version, stage, placeId, items: visitors }),
      };
    },
  ),
  creation(
    {
      ...reading,
      path: '/look-ups/:id/contacts',
      name: 'contactId',
      at: '/contacts',
      makes: 'contact',
      does: {
        ko: '장소 출입명부의 한 사람을 접촉자로 등록합니다. 이름, 연락처, 머문 시간은 명부에서 가져옵니다.',
        en: 'Names somebody of a place’s entry log as a contact. Name, telephone and times are taken from the log.',
      },
      more: {
        ko: 'entry는 명단에 있는 항목입니다. 새로운 사람이면 생년월일, 성별, 관할을 함께 적습니다. 한 항목은 한 명의 접촉자가 됩니다.',
        en: 'entry is an item of the list of visitors. Of somebody new, give birth date, sex and district. One entry makes one contact.',
      },
      names: { 'person.personId': 'anybody' },
      body: nameVisitorBody,
      example: {
        entry: 'E-1',
        person: { birthDate: '1991-05-17', sex: 'female', language: 'ko', district: '11140' },
        exposure: { setting: 'venue', faceToFace: true, masked: false },
      },
      problems: [...reading.problems, 'contact', 'person'],
    },
    (requests, ask) => requests.nameVisitor(ask),
  ),
];
