import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { nothing } from '../schemas/basics.ts';
import {
  answersBody,
  approvalBody,
  consultationBody,
  lookUpBody,
  lookUpRefusalBody,
  personNoticeBody,
  reopeningBody,
  surveyRefusalBody,
  visitBody,
  visitRejectionBody,
  visitTimesBody,
} from '../schemas/investigation.ts';
import { ofCase, ofLookUp, ofRoute, ofSurvey, ofVisit } from '../schemas/params.ts';
import { commandRoute, creationRoute } from './command-route.ts';

/** 역학조사: look-ups, routes and surveys. */
export function investigationRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests } = dependencies;
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
