import { Router, type Request } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import {
  caseListQuery,
  deathBody,
  emptyBody,
  idParams,
  openCaseBody,
  symptomReportBody,
  testParams,
  testResultBody,
  withdrawalBody,
} from '../schemas/requests.ts';
import { sendPage, sendReceipt } from './answers.ts';
import { caseView } from './case-view.ts';

/** Cases: open, read, list, and everything that is told about one. */
export function caseRoutes({ requests, casePage, caseList, actorOf, processUrl }: Dependencies): Router {
  const routes = Router();
  const asked = (request: Request) => identity(request, actorOf(request));
  const about = (request: Request) => ({
    ...asked(request),
    caseId: parse(idParams, request.params).id,
    expectedVersion: expectedVersion(request),
  });

  routes.post('/cases', async (request, response) => {
    const who = asked(request);
    const receipt = await requests.openCase({ ...who, ...parse(openCaseBody, request.body) });
    response.status(201).location(`/cases/${receipt.id}`);
    sendReceipt(response, receipt, 'caseId');
  });

  routes.get('/cases', async (request, response) => {
    actorOf(request);
    const filter = parse(caseListQuery, request.query);
    sendPage(response, await caseList(filter), filter.limit, ({ caseId }) => caseId);
  });

  routes.get('/cases/:id', async (request, response) => {
    actorOf(request);
    const { id } = parse(idParams, request.params);
    const [explained, page] = await Promise.all([requests.explainCase(id), casePage(id)]);
    response.set('etag', `"${explained.version}"`).json(caseView(explained, page, processUrl(`case/${id}`)));
  });

  routes.post('/cases/:id/symptom-reports', async (request, response) => {
    const body = parse(symptomReportBody, request.body);
    sendReceipt(response, await requests.reportSymptoms({ ...about(request), ...body }), 'caseId');
  });

  routes.post('/cases/:id/tests/:testId/result', async (request, response) => {
    const { id, testId } = parse(testParams, request.params);
    const { specimenCollectionDate, ...body } = parse(testResultBody, request.body);
    const receipt = await requests.recordTestResult({
      ...asked(request),
      ...body,
      testId,
      caseId: id,
      expectedVersion: expectedVersion(request),
      specimenCollectedAt: specimenCollectionDate,
    });
    sendReceipt(response, receipt, 'testId');
  });

  routes.post('/cases/:id/death', async (request, response) => {
    const body = parse(deathBody, request.body);
    sendReceipt(response, await requests.reportDeath({ ...about(request), ...body }), 'caseId');
  });

  routes.post('/cases/:id/transfer-to-hospital', async (request, response) => {
    parse(emptyBody, request.body ?? {});
    sendReceipt(response, await requests.transferToHospital(about(request)), 'caseId');
  });

  routes.post('/cases/:id/return-from-hospital', async (request, response) => {
    parse(emptyBody, request.body ?? {});
    sendReceipt(response, await requests.returnFromHospital(about(request)), 'caseId');
  });

  routes.post('/cases/:id/withdrawal', async (request, response) => {
    const body = parse(withdrawalBody, request.body);
    sendReceipt(response, await requests.withdrawDiagnosis({ ...about(request), ...body }), 'caseId');
  });

  return routes;
}
