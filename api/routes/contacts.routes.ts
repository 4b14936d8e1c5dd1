import { Router, type Request } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import {
  contactSymptomsBody,
  contactVaccinationsBody,
  dropBody,
  exposureBody,
  followUpEndBody,
  gradeBody,
  nameContactBody,
  transmissionBody,
} from '../schemas/contacts.ts';
import { idParams, testParams, testResultBody } from '../schemas/requests.ts';
import { sendReceipt } from './answers.ts';
import { forPeople } from '../words.ts';

/** Contacts: named, exposed again, graded, asked how they are, tested, dropped; and who infected whom. */
export function contactRoutes({ requests, actorOf }: Dependencies): Router {
  const routes = Router();
  const asked = (request: Request) => identity(request, actorOf(request));
  const about = (request: Request) => ({
    ...asked(request),
    contactId: parse(idParams, request.params).id,
    expectedVersion: expectedVersion(request),
  });

  /** Somebody new is two aggregates, so two transactions: the same key again finds the person that it made. */
  routes.post('/cases/:id/contacts', async (request, response) => {
    const who = asked(request);
    const { id: sourceCaseId } = parse(idParams, request.params);
    const { person, ...contact } = parse(nameContactBody, request.body);
    const receipt = await requests.nameContactOfCase({ ...who, ...contact, sourceCaseId, person });
    response.status(201).location(`/contacts/${receipt.id}`);
    sendReceipt(response, receipt, 'contactId');
  });

  routes.get('/cases/:id/co-visitors', async (request, response) => {
    actorOf(request);
    response.json({ items: forPeople(await requests.coVisitors(parse(idParams, request.params).id)) });
  });

  routes.post('/contacts/:id/exposures', async (request, response) => {
    const exposure = parse(exposureBody, request.body);
    sendReceipt(response, await requests.recordExposure({ ...about(request), exposure }), 'contactId');
  });

  routes.post('/contacts/:id/grade', async (request, response) => {
    const body = parse(gradeBody, request.body);
    sendReceipt(response, await requests.gradeContact({ ...about(request), ...body }), 'contactId');
  });

  routes.post('/contacts/:id/symptom-reports', async (request, response) => {
    const body = parse(contactSymptomsBody, request.body);
    sendReceipt(response, await requests.reportContactSymptoms({ ...about(request), ...body }), 'contactId');
  });

  routes.post('/contacts/:id/vaccinations', async (request, response) => {
    const body = parse(contactVaccinationsBody, request.body);
    const receipt = await requests.recordContactVaccinations({ ...about(request), ...body });
    sendReceipt(response, receipt, 'contactId');
  });

  routes.post('/contacts/:id/drop', async (request, response) => {
    const body = parse(dropBody, request.body);
    sendReceipt(response, await requests.dropContact({ ...about(request), ...body }), 'contactId');
  });

  routes.post('/contacts/:id/follow-up-end', async (request, response) => {
    const body = parse(followUpEndBody, request.body);
    sendReceipt(response, await requests.endFollowUp({ ...about(request), ...body }), 'contactId');
  });

  routes.post('/contacts/:id/transmission', async (request, response) => {
    const body = parse(transmissionBody, request.body);
    const receipt =
      'certainty' in body
        ? await requests.establishTransmission({ ...about(request), certainty: body.certainty })
        : await requests.withdrawTransmission({ ...about(request), reason: body.withdrawn });
    sendReceipt(response, receipt, 'contactId');
  });

  routes.post('/contacts/:id/tests/:testId/result', async (request, response) => {
    const { id, testId } = parse(testParams, request.params);
    const { specimenCollectionDate, ...body } = parse(testResultBody, request.body);
    const receipt = await requests.recordTestResult({
      ...asked(request),
      ...body,
      testId,
      contactId: id,
      expectedVersion: expectedVersion(request),
      specimenCollectedAt: specimenCollectionDate,
    });
    sendReceipt(response, receipt, 'testId');
  });

  return routes;
}
