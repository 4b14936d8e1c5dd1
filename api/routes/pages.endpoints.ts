import { z } from 'zod';
import { refusedAs } from '../contract/absent.ts';
import { reading } from '../contract/builders.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { historyShown, open, taskShown } from '../contract/shapes.ts';
import type { Tag } from '../contract/tags.ts';
import { pageInWords } from '../page-words.ts';
import type { Words } from '../problem.ts';
import type { PageKind } from '../read-models/aggregate-page.ts';
import { idParams } from '../schemas/requests.ts';

type Page = Readonly<{
  path: string;
  kind: Exclude<PageKind, 'clinic' | 'person' | 'isolation' | 'contact'>;
  id: string;
  tag: Tag;
  called: Words;
  /** The first part of its process's id, where it has one. */
  process?: string;
}>;

const of = (
  path: string,
  kind: Page['kind'],
  id: string,
  tag: Tag,
  called: Words,
  more: Pick<Page, 'process'> = {},
): Page => ({ path, kind, id, tag, called, ...more });

const PAGES: readonly Page[] = [
  of(
    'supplies',
    'supplies',
    'suppliesId',
    'isolation',
    { ko: '격리 물품', en: 'Isolation supplies' },
    { process: 'supplies' },
  ),
  of(
    'routes',
    'route',
    'routeId',
    'investigation',
    { ko: '확진자 동선', en: 'The route of a case' },
    { process: 'investigation' },
  ),
  of(
    'look-ups',
    'information-request',
    'informationRequestId',
    'investigation',
    { ko: '정보 조회 요청', en: 'A look-up' },
    { process: 'look-up' },
  ),
  of('surveys', 'survey', 'surveyId', 'investigation', { ko: '설문', en: 'A survey' }),
  of(
    'living-support',
    'living-support',
    'livingSupportId',
    'living-support',
    { ko: '생활지원 신청', en: 'A claim to living support' },
    { process: 'living-support' },
  ),
  of('tests', 'test', 'testId', 'testing', { ko: '검사', en: 'A test' }),
];

/** Everything that is known of one parcel, route, look-up, …: state, history, tasks, and its process. */
export const AGGREGATE_PAGES: readonly Endpoint[] = PAGES.map(
  ({ path, kind, id: name, tag, called, process }) =>
    reading(
      {
        path: `/${path}/:id`,
        tag,
        does: {
          ko: `${called.ko}: 현재 상태, 이력, 과업을 봅니다.`,
          en: `${called.en}: state, history and tasks.`,
        },
        action: 'case:read',
        about: kind,
        params: idParams,
        shows: open({
          [name]: z.uuid(),
          version: z.int().min(1),
          stage: z.string(),
          tasks: z.array(taskShown),
          history: z.array(historyShown),
          links: z.record(z.string(), z.string()),
        }),
      },
      async ({ aggregatePage, processUrl }, { params: { id } }) => {
        const page = await aggregatePage(kind, id);
        if (page === undefined) throw refusedAs(kind);
        const { version, state } = page;
        const links = process === undefined ? {} : { process: processUrl(`${process}/${id}`) };
        return { version, body: { [name]: id, version, ...state, ...pageInWords(page), links } };
      },
    ),
);
