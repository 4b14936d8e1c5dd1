import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import { decisionBody, idParams, taskListQuery } from '../schemas/requests.ts';
import { sendPage, sendReceipt } from './answers.ts';

/** The worklist: what waits for a person. */
export function taskRoutes({ requests, taskList, actorOf }: Dependencies): Router {
  const routes = Router();

  routes.get('/tasks', async (request, response) => {
    actorOf(request);
    const filter = parse(taskListQuery, request.query);
    sendPage(response, await taskList(filter), filter.limit, ({ taskId }) => taskId);
  });

  routes.post('/tasks/:id/decision', async (request, response) => {
    const who = identity(request, actorOf(request));
    const { id } = parse(idParams, request.params);
    const { decision } = parse(decisionBody, request.body);
    const ask = { ...who, taskId: id, decision, expectedVersion: expectedVersion(request) };
    sendReceipt(response, await requests.decideTask(ask), 'taskId');
  });

  return routes;
}
