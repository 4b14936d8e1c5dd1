import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { disclosureQuery, routeDisclosureQuery } from '../schemas/disclosure.ts';
import { ofRoute } from '../schemas/params.ts';
import { forPeople } from '../words.ts';

/** 동선 공개: places and times of finished routes, without anything of a person. */
export function disclosureRoutes({ requests, actorOf }: Dependencies): Router {
  const routes = Router();

  routes.get('/routes/:id/disclosure', async (request, response) => {
    actorOf(request);
    const { routeId } = parse(ofRoute, request.params);
    parse(routeDisclosureQuery, request.query);
    const disclosed = await requests.discloseRoute({ routeId });
    response.json(forPeople({ routeId, ...disclosed }));
  });

  routes.get('/disclosure', async (request, response) => {
    actorOf(request);
    const { district } = parse(disclosureQuery, request.query);
    response.json(forPeople({ district, places: await requests.discloseDistrict({ district }) }));
  });

  return routes;
}
