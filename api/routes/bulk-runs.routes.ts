import { Router, type Request } from 'express';
import { z } from 'zod';
import { refuse } from '../api-problems.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { expectedVersion, identity } from '../request-identity.ts';
import { inWords } from '../row-outcomes.ts';
import { idParams } from '../schemas/requests.ts';
import { sendPage, sendReceipt } from './answers.ts';
import { forPeople } from '../words.ts';

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.uuid().optional(),
} as const;
const listQuery = z.strictObject({
  ...page,
  kind: z.enum(['monitoring-round', 'retention-sweep', 'import', 'rollout']).optional(),
});
const resultsQuery = z.strictObject({ ...page, cursor: z.string().max(120).optional() });
const roundBody = z.strictObject({
  day: z.iso.date(),
  slot: z.string().regex(/^([01]\d|2[0-3]):[03]0$/, 'a half hour of the day, HH:MM'),
});
const sweepBody = z.strictObject({ day: z.iso.date() });

/** Bulk work: asked for, watched, paused and let go on. */
export function bulkRunRoutes({ requests, bulkRuns, actorOf }: Dependencies): Router {
  const routes = Router();
  const found = async (request: Request) => {
    const run = await bulkRuns.find(parse(idParams, request.params).id);
    if (run === undefined) throw refuse('address/not-found');
    return run;
  };

  routes.get('/bulk-runs', async (request, response) => {
    actorOf(request);
    const query = parse(listQuery, request.query);
    sendPage(response, await bulkRuns.list(query), query.limit, ({ runId }) => runId);
  });

  routes.get('/retention/certificates', async (request, response) => {
    actorOf(request);
    const query = parse(z.strictObject(page), request.query);
    sendPage(response, await bulkRuns.certificates(query), query.limit, ({ runId }) => runId);
  });

  for (const path of ['/bulk-runs/:id']) {
    routes.get(path, async (request, response) => {
      actorOf(request);
      const run = await found(request);
      response.set('etag', `"${run.version}"`).json(forPeople(run));
    });

    routes.get(`${path}/results`, async (request, response) => {
      actorOf(request);
      const { runId } = await found(request);
      const query = parse(resultsQuery, request.query);
      const results = await bulkRuns.results(runId, query);
      sendPage(response, results.map(inWords), query.limit, (one) => `${one.subjectKind}:${one.subjectId}`);
    });

    for (const [verb, hold] of [
      ['pause', requests.pauseRun],
      ['resume', requests.resumeRun],
    ] as const) {
      routes.post(`${path}/${verb}`, async (request, response) => {
        const who = identity(request, actorOf(request));
        const { id: runId } = parse(idParams, request.params);
        const ask = { ...who, runId, expectedVersion: expectedVersion(request) };
        sendReceipt(response, await hold(ask), 'runId');
      });
    }
  }

  routes.post('/monitoring-rounds', async (request, response) => {
    const { by } = identity(request, actorOf(request));
    const { day, slot } = parse(roundBody, request.body);
    sendReceipt(response.status(202), await requests.requestMonitoringRound({ day, slot, by }), 'runId');
  });

  routes.post('/retention-sweeps', async (request, response) => {
    const { by } = identity(request, actorOf(request));
    const { day } = parse(sweepBody, request.body);
    sendReceipt(response.status(202), await requests.requestRetentionSweep({ day, by }), 'runId');
  });

  return routes;
}
