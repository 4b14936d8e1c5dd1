import { reachOf } from '../access/staff.ts';
import { command, creation } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nothing } from '../schemas/basics.ts';
import { ofPerson } from '../schemas/params.ts';
import {
  addressBody,
  channelBody,
  erasureBody,
  guardianBody,
  householdBody,
  mergeBody,
  personalValuesBody,
  personBody,
} from '../schemas/patient-management.ts';

const person = { tag: 'people', about: 'person', params: ofPerson, name: 'personId' } as const;
/** Values of a person that the domain looks at more closely than the body's schema. */
const OF_VALUES = [
  'person/name-empty',
  'person/name-too-long',
  'person/nationality-unknown',
  'person/language-tag-malformed',
];
/** A record that stands for nobody any more is not changed. */
const NOT_STANDING = ['person/erased', 'person/merged'];
const SOMEBODY = '019a8f3e-5c1d-7b42-9e6a-3d2f8c4b7a10';
const HOUSEHOLD = { householdId: '019a8f40-11d2-7c05-8f31-6b0e9d7a2c54' };

/** 환자: people, without a case or with one. */
export const PEOPLE: readonly Endpoint[] = [
  creation(
    {
      path: '/people',
      tag: 'people',
      does: {
        ko: '사례가 없는 사람을 등록합니다. 접촉자, 보호자, 동거인입니다.',
        en: 'Registers somebody without a case: a contact, a guardian, a member of a household.',
      },
      more: {
        ko: '관할 안에 이미 등록된 바로 그 사람(이름·생년월일·연락처가 모두 같고 성별이 어긋나지 않는 사람)이면 새로 등록하지 않고 그 사람의 personId로 답합니다. 그 사람의 기록은 그대로이므로, 주소 등 다른 값은 `/people/{id}/address`와 `/people/{id}/values`로 고칩니다. 같은 사람일 수 있으면 새로 등록하고 담당자에게 과업(person-alike)을 둡니다.',
        en: 'Somebody who is registered in your districts and certainly the same (name, birth date and telephone, where the sex does not differ) is not registered anew: the answer is their personId. Their record stays as it is, so put right an address or another value with `/people/{id}/address` and `/people/{id}/values`. Where they may be the same, they are registered, and a person is asked (task person-alike).',
      },
      action: 'person:write',
      districtOf: ({ body }) => body.district,
      name: 'personId',
      at: '/people',
      makes: 'person',
      body: personBody,
      example: {
        name: '이서연',
        birthDate: '1988-03-14',
        sex: 'female',
        phone: '010-2345-6789',
        language: 'ko',
        district: '11110',
        nationality: 'KR',
        addressLines: ['서울특별시 종로구 새문안로 1', '101동 1203호'],
      },
      problems: [...OF_VALUES, 'person/address-malformed'],
    },
    (requests, ask, { staff }) =>
      requests.registerUnlessKnown({ ...ask, within: reachOf(staff, 'person:write') }),
  ),
  command(
    {
      ...person,
      path: '/people/:id/values',
      does: {
        ko: '잘못 적었거나 바뀐 인적사항을 고칩니다. 보내지 않은 값은 그대로 둡니다.',
        en: 'Puts right a name, telephone or other detail. What is not sent stays.',
      },
      action: 'person:correct',
      body: personalValuesBody,
      example: { phone: '010-9876-5432', preferredLanguage: 'vi' },
      problems: [...NOT_STANDING, ...OF_VALUES],
    },
    (requests, ask) => requests.correctPersonalValues(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/address',
      does: {
        ko: '이사한 주소와 관할을 기록합니다.',
        en: 'Records where a person has moved to, and so the district.',
      },
      more: {
        ko: '지금 관할의 담당자가 기록합니다. 다른 관할로 옮기면 그 뒤로는 새 관할에서 고칩니다.',
        en: 'The present district records it. After a move elsewhere, the new district is the one that may change the record.',
      },
      action: 'person:correct',
      body: addressBody,
      example: { district: '11140', addressLines: ['서울특별시 중구 세종대로 110', '203호'] },
      problems: [...NOT_STANDING, 'person/address-malformed'],
    },
    (requests, ask) => requests.movePerson(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/channel',
      does: {
        ko: '연락받기를 원하는 방법을 기록합니다.',
        en: 'Records by which channel a person wants to be reached.',
      },
      action: 'person:correct',
      body: channelBody,
      example: { channel: 'telephone' },
      problems: NOT_STANDING,
    },
    (requests, ask) => requests.changePreferredChannel(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/household',
      does: {
        ko: '함께 사는 세대에 넣습니다. 한 사람은 한 세대에만 속합니다.',
        en: 'Adds a person to the household in which they live. Nobody belongs to two.',
      },
      action: 'person:write',
      names: { householdId: 'household' },
      body: householdBody,
      example: HOUSEHOLD,
      problems: [...NOT_STANDING, 'household/member-of-another'],
    },
    (requests, ask) => requests.joinHousehold(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/household/leaving',
      does: { ko: '세대에서 나온 것을 기록합니다.', en: 'Records that a person has left the household.' },
      action: 'person:write',
      names: { householdId: 'household' },
      body: householdBody,
      example: HOUSEHOLD,
      problems: [...NOT_STANDING, 'household/not-a-member'],
    },
    (requests, ask) => requests.leaveHousehold(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/guardian',
      does: { ko: '미성년자의 보호자를 지정합니다.', en: 'Names the guardian of a minor.' },
      more: {
        ko: '보호자도 담당 관할에 있어야 합니다. 다른 관할에 사는 보호자는 두 곳을 모두 맡은 책임자가 지정합니다.',
        en: 'The guardian has to be within your reach too. One who lives in another district is named by a supervisor who is responsible for both.',
      },
      action: 'person:write',
      names: { guardianId: 'person' },
      body: guardianBody,
      example: { guardianId: SOMEBODY },
      problems: [
        ...NOT_STANDING,
        'person/merged-into-another',
        'person/guardian-is-oneself',
        'person/not-a-minor',
      ],
    },
    (requests, ask) => requests.appointGuardian(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/guardian/removal',
      does: { ko: '보호자 지정을 해제합니다.', en: 'Records that the person has no guardian any more.' },
      action: 'person:write',
      body: nothing,
      example: {},
      problems: NOT_STANDING,
    },
    (requests, ask) => requests.removeGuardian(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/merge',
      does: {
        ko: '중복된 기록을 남길 기록(survivorId)에 병합합니다. 되돌릴 수 있습니다.',
        en: 'Merges a duplicate into the record that stays (survivorId). It can be undone.',
      },
      more: {
        ko: '두 기록 모두 담당 관할에 있어야 합니다. 다른 관할의 기록과는 두 곳을 모두 맡은 책임자가 병합합니다.',
        en: 'Both records have to be within your reach. Of two districts, a supervisor who is responsible for both merges them.',
      },
      action: 'person:merge',
      // Whatever reaches out to the duplicate reads the survivor from then on.
      names: { survivorId: 'person' },
      onlyAtHome: true,
      body: mergeBody,
      example: { survivorId: SOMEBODY, score: 0.94 },
      problems: [
        ...NOT_STANDING,
        'person/merged-into-another',
        'person/merge-into-itself',
        'person/likeness-score-impossible',
      ],
    },
    (requests, ask) => requests.mergePerson(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/merge/undoing',
      does: {
        ko: '병합을 취소하여 다시 별개의 기록으로 둡니다.',
        en: 'Undoes a merge: the record stands for itself again.',
      },
      action: 'person:merge',
      onlyAtHome: true,
      body: nothing,
      example: {},
      problems: ['person/erased', 'person/not-merged'],
    },
    (requests, ask) => requests.undoMerge(ask),
  ),
  command(
    {
      ...person,
      path: '/people/:id/erasure',
      does: {
        ko: '법적 근거에 따라 개인정보를 파기합니다. 되돌릴 수 없습니다.',
        en: 'Erases the person’s details under a law. This cannot be undone.',
      },
      more: {
        ko: '사례, 격리, 접촉자 관리, 물품, 생활지원이나 과업이 끝나지 않았거나 누군가의 보호자이면 파기되지 않습니다. 이 사람에게 병합된 기록의 개인정보도 함께 파기합니다. 식별자, 코드, 날짜와 처리 이력은 남습니다.',
        en: 'Refused while a case, an isolation, a contact’s follow-up, supplies, a claim or a task of theirs is open, or while they are somebody’s guardian. Records that were merged into this one are erased with it. Ids, codes, dates and the history of what was done stay.',
      },
      action: 'person:erase',
      onlyAtHome: true,
      body: erasureBody,
      example: { legalBasis: 'pipa-21' },
      problems: ['person/erased', 'person/legal-basis-malformed', 'person/something-open'],
    },
    (requests, ask) => requests.erasePerson(ask),
  ),
];
