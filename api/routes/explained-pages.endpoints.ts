import type { ContactState } from '../../domain/epidemiological-investigation/infection-network/contact.state.ts';
import { refusedAs } from '../contract/absent.ts';
import { reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { pageInWords } from '../page-words.ts';
import { contactShown } from '../schemas/contacts-shown.ts';
import { isolationShown } from '../schemas/isolations-shown.ts';
import { ofContact, ofIsolation } from '../schemas/params.ts';
import { openTasks } from '../task-words.ts';
import { isolationNext, whyIsolated, type Order } from '../why/isolation-words.ts';
import { nextOfContact, whyOfContact } from './contact-view.ts';

const MORE = {
  ko: 'why에는 무엇에 따라 왜 그런지, next에는 무엇을 언제까지 기다리고 누가 진행할 수 있는지가 한국어와 영어로 있습니다.',
  en: 'Under why stands what it rests on, and under next what is waited for, until when, and who may move it on, in Korean and English.',
} as const;

/** 접촉자와 격리: where they stand, why, and what comes next. */
export const EXPLAINED_PAGES: readonly Endpoint[] = [
  reading(
    {
      path: '/contacts/:id',
      tag: 'contacts',
      does: {
        ko: '접촉자: 현재 상태와 그 이유, 다음 일, 이력, 과업을 봅니다.',
        en: 'A contact: state and why, what comes next, history and tasks.',
      },
      more: MORE,
      action: 'case:read',
      about: 'contact',
      params: ofContact,
      shows: contactShown,
    },
    async ({ requests, aggregatePage, processUrl }, { params: { contactId } }) => {
      const page = await aggregatePage('contact', contactId);
      if (page === undefined) throw refusedAs('contact');
      const explained = await requests.explainContact(contactId);
      const state = page.state as unknown as ContactState;
      const body = {
        contactId,
        version: page.version,
        ...state,
        why: whyOfContact(contactId, state, explained),
        next: nextOfContact(contactId, explained, page.tasks),
        ...pageInWords(page),
        links: { process: processUrl(`contact/${contactId}`) },
      };
      return { version: page.version, body };
    },
  ),
  reading(
    {
      path: '/isolations/:id',
      tag: 'isolation',
      does: {
        ko: '격리 또는 자가격리: 현재 상태와 그 이유, 다음 일, 이력, 과업을 봅니다.',
        en: 'An isolation or a quarantine: state and why, what comes next, history and tasks.',
      },
      more: MORE,
      action: 'case:read',
      about: 'isolation',
      params: ofIsolation,
      shows: isolationShown,
    },
    async ({ requests, aggregatePage, processUrl }, { params: { isolationId } }) => {
      const page = await aggregatePage('isolation', isolationId);
      if (page === undefined) throw refusedAs('isolation');
      const standing = await requests.explainIsolation({ id: isolationId });
      const order = page.state as unknown as Order;
      const { protocol: rule = null, contactId } = order;
      const body = {
        isolationId,
        version: page.version,
        ...page.state,
        why: {
          rule,
          protocol: rule === null ? null : { version: rule, link: `/protocols/${rule}` },
          says: whyIsolated(standing, order),
        },
        next: { ...isolationNext(isolationId, standing), tasks: openTasks(page.tasks) },
        ...pageInWords(page),
        links: {
          process: processUrl(`isolation/${isolationId}`),
          ...(standing.caseId === undefined ? {} : { case: `/cases/${standing.caseId}` }),
          ...(contactId === undefined ? {} : { contact: `/contacts/${contactId}` }),
        },
      };
      return { version: page.version, body };
    },
  ),
];
