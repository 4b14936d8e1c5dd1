import { z } from 'zod';
import { reasonOf } from '../access/reasons.ts';
import { mayIn } from '../access/staff.ts';
import { refuse } from '../api-problems.ts';
import { reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { historyShown, open, taskShown } from '../contract/shapes.ts';
import { maskedBirth, maskedName, maskedPhone } from '../access/pseudonym.ts';
import { refusedAs } from '../contract/absent.ts';
import { pageInWords } from '../page-words.ts';
import { ofPerson } from '../schemas/params.ts';

const identityShown = open({
  personId: z.uuid(),
  version: z.int().min(1),
  stage: z.string(),
  district: z.string(),
  language: z.string(),
  /** Null after erasure. */
  values: z
    .object({
      name: z.string().optional(),
      birthDate: z.iso.date().optional(),
      /** Where a list told no birth date. */
      ageGroup: z.string().optional(),
      sex: z.string(),
      phone: z.string().optional(),
      nationality: z.string().optional(),
      preferredLanguage: z.string().optional(),
      addressLines: z.array(z.string()).optional(),
    })
    .nullable(),
});

const personShown = open({
  personId: z.uuid(),
  version: z.int().min(1),
  stage: z.string(),
  /** Enough to tell two people apart, not to know who it is. Null after erasure, and where nobody has told. */
  pseudonym: z
    .object({
      name: z.string().nullable(),
      yearOfBirth: z.string().nullable(),
      ageGroup: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  tasks: z.array(taskShown),
  history: z.array(historyShown),
  links: z.record(z.string(), z.string()),
});

const masked = (value: string | undefined, by: (value: string) => string): string | null =>
  value === undefined ? null : by(value);

/** People: what is known of somebody, and who they are. */
export const IDENTITY: readonly Endpoint[] = [
  reading(
    {
      path: '/people/:id',
      tag: 'people',
      does: {
        ko: '사람의 상태, 이력, 과업을 봅니다. 이름과 연락처는 가려져 있습니다.',
        en: 'State, history and tasks of a person. Name and telephone are masked.',
      },
      more: {
        ko: 'links에 이 사람의 사례와 접촉자 기록을 보는 주소가 있습니다.',
        en: 'Under links stand the addresses of the cases of this person, and of the times they were a contact.',
      },
      action: 'person:read',
      about: 'person',
      params: ofPerson,
      shows: personShown,
    },
    async ({ requests, aggregatePage }, { params: { personId }, staff }) => {
      const [page, { values }] = await Promise.all([
        aggregatePage('person', personId),
        requests.identifyPerson(personId),
      ]);
      if (page === undefined) throw refusedAs('person');
      const { version, state } = page;
      const links = { cases: `/cases?personId=${personId}`, contacts: `/contacts?personId=${personId}` };
      const pseudonym =
        values === undefined
          ? null
          : {
              name: masked(values.name, maskedName),
              yearOfBirth: masked(values.birthDate, maskedBirth),
              ageGroup: values.ageGroup ?? null,
              phone: masked(values.phone, maskedPhone),
            };
      // The headquarters may be asked whether two districts have the same person: neither is told.
      const tasks = page.tasks.filter(({ district }) => mayIn(staff, 'person:read', String(district)));
      const words = pageInWords({ ...page, tasks });
      return { version, body: { personId, version, ...state, pseudonym, ...words, links } };
    },
  ),
  reading(
    {
      path: '/people/:id/identity',
      tag: 'people',
      does: {
        ko: '이름, 연락처, 주소 등 신원을 봅니다. 열람 기록이 남습니다.',
        en: 'Who somebody is: name, telephone, address. That it was opened is on record.',
      },
      more: {
        ko: '맡은 과업의 사람이 아니면 Access-Reason 헤더로 이유를 밝혀야 합니다.',
        en: 'Outside your own tasks and the people you are named officer of, say why with the header Access-Reason.',
      },
      action: 'person:identify',
      about: 'person',
      params: ofPerson,
      shows: identityShown,
      problems: ['access/reason-missing', 'access/reason-unknown', 'person'],
    },
    async ({ requests, ownWork }, { params: { personId }, staff, request }) => {
      if (reasonOf(request) === undefined && !(await ownWork(staff.id, personId))) {
        throw refuse('access/reason-missing');
      }
      const { values, ...person } = await requests.identifyPerson(personId);
      return { version: person.version, body: { ...person, values: values ?? null } };
    },
  ),
];
