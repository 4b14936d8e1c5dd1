import { Router } from 'express';
import type { ErrorCode } from '../../domain/shared-kernel/error-code.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import type { PageKind } from '../read-models/aggregate-page.ts';
import { idParams } from '../schemas/requests.ts';
import { forPeople } from '../words.ts';
import { Refusal } from '../problem.ts';
import { REFUSALS } from '../refusals.ts';

type Page = Readonly<{ path: string; kind: PageKind; id: string; process?: string }>;

/** `process`: the first part of its process's id, where it has one. */
const PAGES: readonly Page[] = [
  { path: 'people', kind: 'person', id: 'personId' },
  { path: 'isolations', kind: 'isolation', id: 'isolationId', process: 'isolation' },
  { path: 'supplies', kind: 'supplies', id: 'suppliesId', process: 'supplies' },
  { path: 'contacts', kind: 'contact', id: 'contactId', process: 'contact' },
  { path: 'routes', kind: 'route', id: 'routeId', process: 'investigation' },
  { path: 'look-ups', kind: 'information-request', id: 'informationRequestId', process: 'look-up' },
  { path: 'surveys', kind: 'survey', id: 'surveyId' },
  { path: 'living-support', kind: 'living-support', id: 'livingSupportId', process: 'living-support' },
  { path: 'tests', kind: 'test', id: 'testId' },
];

/** Everything that is known of one isolation, parcel, contact, …: state, history, tasks, and its process. */
export function aggregateRoutes({ aggregatePage, actorOf, processUrl }: Dependencies): Router {
  const routes = Router();
  for (const { path, kind, id: name, process } of PAGES) {
    routes.get(`/${path}/:id`, async (request, response) => {
      actorOf(request);
      const { id } = parse(idParams, request.params);
      const page = await aggregatePage(kind, id);
      if (page === undefined) throw absent(`${kind}/not-found` as ErrorCode);
      const { version, state, tasks, history } = page;
      response.set('etag', `"${version}"`).json(
        forPeople({
          [name]: id,
          version,
          ...state,
          tasks,
          history,
          links: process === undefined ? {} : { process: processUrl(`${process}/${id}`) },
        }),
      );
    });
  }
  return routes;
}

function absent(code: ErrorCode): Refusal {
  const { status, title } = REFUSALS[code];
  return new Refusal({ code, status, title });
}
