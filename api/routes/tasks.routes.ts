import { Router } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { languageOf } from '../problem.ts';
import { nothing } from '../schemas/basics.ts';
import { ofTask } from '../schemas/params.ts';
import { decisionBody } from '../schemas/requests.ts';
import { escalationBody, reassignmentBody, taskListQuery } from '../schemas/worklist.ts';
import { todoOf } from '../task-words.ts';
import { sendPage } from './answers.ts';
import { commandRoute } from './command-route.ts';

/** The worklist: what waits for a person, and who has it. */
export function taskRoutes(dependencies: Dependencies): Router {
  const routes = Router();
  const { requests, taskList, actorOf } = dependencies;
  const of = { params: ofTask, name: 'taskId' } as const;

  routes.get('/tasks', async (request, response) => {
    actorOf(request);
    const filter = parse(taskListQuery, request.query);
    const language = languageOf(request);
    const tasks = (await taskList(filter)).map((task) => ({
      ...task,
      todo: todoOf(task.kind, language),
      decisions: requests.decisionsOffered(task.kind),
      cursor: `${task.priority}~${task.level}~${task.dueAt}~${task.taskId}`,
    }));
    sendPage(response, tasks, filter.limit, ({ cursor }) => cursor);
  });

  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/tasks/:id/decision', body: decisionBody },
    requests.decideTask,
  );
  commandRoute(routes, dependencies, { ...of, path: '/tasks/:id/claim', body: nothing }, requests.claimTask);
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/tasks/:id/hand-back', body: nothing },
    requests.handBackTask,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/tasks/:id/reassignment', body: reassignmentBody },
    requests.reassignTask,
  );
  commandRoute(
    routes,
    dependencies,
    { ...of, path: '/tasks/:id/escalation', body: escalationBody },
    requests.escalateTask,
  );

  return routes;
}
