import { creation } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { nameContactBody } from '../schemas/contacts.ts';
import { ofCase } from '../schemas/params.ts';

const source = { tag: 'contacts', about: 'case', params: ofCase, action: 'contact:trace' } as const;

/** Who was in touch with a case: named by somebody. */
export const CASE_CONTACTS: readonly Endpoint[] = [
  creation(
    {
      ...source,
      path: '/cases/:id/contacts',
      does: {
        ko: '사례의 접촉자를 등록합니다. 아는 사람(personId) 또는 새로운 사람입니다.',
        en: 'Names a contact of a case: somebody known (personId) or somebody new.',
      },
      more: {
        ko: '접촉자는 사례가 아니라 접촉한 사람의 관할에 속합니다.',
        en: 'The contact belongs to the exposed person’s district, which may be another than the case’s.',
      },
      name: 'contactId',
      at: '/contacts',
      makes: 'contact',
      names: { 'person.personId': 'anybody' },
      body: nameContactBody,
      example: {
        person: {
          name: '박지훈',
          birthDate: '1992-07-21',
          sex: 'male',
          phone: '010-3456-7890',
          language: 'ko',
          district: '11110',
        },
        foundBy: 'interview',
        exposures: [
          {
            dateOfLastContact: '2026-11-20',
            placeId: 'P-100',
            setting: 'workplace',
            minutes: 90,
            distanceMetres: 1.5,
            masked: false,
            sameClosedSpace: true,
          },
        ],
      },
      problems: [
        'contact/already-named',
        'contact/of-oneself',
        'exposure',
        'person/not-found',
        'person/name-empty',
        'person/name-too-long',
        'aggregate/stale',
      ],
    },
    (requests, { caseId, ...ask }) => requests.nameContactOfCase({ ...ask, sourceCaseId: caseId }),
  ),
];
