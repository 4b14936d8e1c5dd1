import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import {
  decisionBody,
  escalationBody,
  idParams,
  reassignmentBody,
  taskListQuery,
} from '../schemas/requests.ts';
import { nothing } from '../schemas/basics.ts';
import { ofTask } from '../schemas/params.ts';
import { commandRoute } from './command-route.ts';
import { sendPage, sendReceipt } from './answers.ts';

/** The worklist: what waits for a person. */
export function taskRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests, taskList, actorOf } = dependencies;

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

  const task = { params: ofTask, name: 'taskId' } as const;
  commandRoute(
    routes,
    dependencies,
    { ...task, path: '/tasks/:id/claim', body: nothing },
    requests.claimTask,
  );
  commandRoute(
    routes,
    dependencies,
    { ...task, path: '/tasks/:id/hand-back', body: nothing },
    requests.handBackTask,
  );
  commandRoute(
    routes,
    dependencies,
    { ...task, path: '/tasks/:id/reassignment', body: reassignmentBody },
    requests.reassignTask,
  );
  commandRoute(
    routes,
    dependencies,
    { ...task, path: '/tasks/:id/escalation', body: escalationBody },
    requests.escalateTask,
  );
  return routes;
}
