import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import { nothing } from '../schemas/basics.ts';
import {
  answersBody,
  approvalBody,
  consultationBody,
  contactsFoundBody,
  lookUpBody,
  lookUpRefusalBody,
  personNoticeBody,
  reopeningBody,
  surveyRefusalBody,
  venueLookUpBody,
  visitBody,
  visitRejectionBody,
  visitTimesBody,
} from '../schemas/investigation.ts';
import { nameVisitorBody } from '../schemas/contacts.ts';
import { ofCase, ofLookUp, ofRoute, ofSurvey, ofVisit } from '../schemas/params.ts';
import { forPeople } from '../words.ts';
import { commandRoute, creationRoute } from './command-route.ts';

/** 역학조사: look-ups, routes and surveys. */
export function investigationRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests, actorOf } = dependencies;
  const lookUp = { params: ofLookUp, name: 'informationRequestId' } as const;
  const route = { params: ofRoute, name: 'routeId' } as const;
  const visit = { params: ofVisit, name: 'routeId' } as const;
  const survey = { params: ofSurvey, name: 'surveyId' } as const;

  creationRoute(
    routes,
    dependencies,
    { ...lookUp, params: ofCase, path: '/cases/:id/look-ups', body: lookUpBody, at: '/look-ups' },
    requests.requestInformation,
  );
  commandRoute(
    routes,
    dependencies,
    { ...lookUp, path: '/look-ups/:id/approval', body: approvalBody },
    requests.approveRequest,
  );
  commandRoute(
    routes,
    dependencies,
    { ...lookUp, path: '/look-ups/:id/rejection', body: lookUpRefusalBody },
    requests.rejectRequest,
  );
  commandRoute(
    routes,
    dependencies,
    { ...lookUp, path: '/look-ups/:id/consultations', body: consultationBody },
    requests.consultRecords,
  );
  commandRoute(
    routes,
    dependencies,
    { ...lookUp, path: '/look-ups/:id/person-notice', body: personNoticeBody },
    requests.notifyPerson,
  );
  creationRoute(
    routes,
    dependencies,
    {
      ...lookUp,
      params: ofVisit,
      path: '/routes/:id/visits/:visitId/look-ups',
      body: venueLookUpBody,
      at: '/look-ups',
    },
    requests.requestVenueLookUp,
  );
  creationRoute(
    routes,
    dependencies,
    {
      params: ofLookUp,
      name: 'contactId',
      path: '/look-ups/:id/contacts',
      body: nameVisitorBody,
      at: '/contacts',
    },
    requests.nameVisitor,
  );

  /** A POST: that somebody opens the raw records of a venue is on record. They are kept by nobody on the way. */
  routes.post('/look-ups/:id/visitors', async (request, response) => {
    const asked = { ...identity(request, actorOf(request)), expectedVersion: expectedVersion(request) };
    parse(nothing, request.body ?? {});
    const params = parse(ofLookUp, request.params);
    const { receipt, placeId, visitors } = await requests.openVisitors({ ...asked, ...params });
    const { id: informationRequestId, version, stage } = receipt;
    response.set('etag', `"${version}"`).set('cache-control', 'no-store');
    response.json(forPeople({ informationRequestId, version, stage, placeId, items: visitors }));
  });

  commandRoute(
    routes,
    dependencies,
    { ...route, path: '/routes/:id/visits', body: visitBody },
    requests.recordVisit,
  );
  commandRoute(
    routes,
    dependencies,
    { ...visit, path: '/routes/:id/visits/:visitId/establishment', body: nothing },
    requests.establishVisit,
  );
  commandRoute(
    routes,
    dependencies,
    { ...visit, path: '/routes/:id/visits/:visitId/rejection', body: visitRejectionBody },
    requests.rejectVisit,
  );
  commandRoute(
    routes,
    dependencies,
    { ...visit, path: '/routes/:id/visits/:visitId/times', body: visitTimesBody },
    requests.correctVisitTimes,
  );
  commandRoute(
    routes,
    dependencies,
    { ...route, path: '/routes/:id/contacts-found', body: contactsFoundBody },
    requests.declareAllContactsFound,
  );
  commandRoute(
    routes,
    dependencies,
    { ...route, path: '/routes/:id/contacts-found/withdrawal', body: contactsFoundBody },
    requests.withdrawAllContactsFound,
  );
  commandRoute(
    routes,
    dependencies,
    { ...route, path: '/routes/:id/finish', body: nothing },
    requests.finishRoute,
  );
  commandRoute(
    routes,
    dependencies,
    { ...route, path: '/routes/:id/reopening', body: reopeningBody },
    requests.reopenRoute,
  );

  commandRoute(
    routes,
    dependencies,
    { ...survey, path: '/surveys/:id/answers', body: answersBody },
    requests.recordAnswers,
  );
  commandRoute(
    routes,
    dependencies,
    { ...survey, path: '/surveys/:id/refusal', body: surveyRefusalBody },
    requests.refuseSurvey,
  );
  return routes;
}
