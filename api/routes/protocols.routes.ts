import { once } from 'node:events';
import { Router, type Response } from 'express';
import type { WhatIfLine } from '../../activities/protocol/what-if.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { identity } from '../request-identity.ts';
import {
  comparisonQuery,
  evaluationBody,
  protocolListQuery,
  publishBody,
  versionParams,
  whatIfBody,
} from '../schemas/protocols.ts';
import { forPeople, inSeoul } from '../words.ts';

/** As `forPeople`, for the one field that holds a moment: there may be a hundred thousand lines. */
const lineForPeople = (line: WhatIfLine): WhatIfLine =>
  line.kind === 'case'
    ? { ...line, now: standingForPeople(line.now), after: standingForPeople(line.after) }
    : line;
const standingForPeople = <Standing extends Readonly<{ nextAt: string | null }>>(
  standing: Standing,
): Standing => (standing.nextAt === null ? standing : { ...standing, nextAt: inSeoul(standing.nextAt) });

const PATIENCE_MILLISECONDS = 30_000;

/** Whoever reads nothing for so long is let go. */
const patience = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => {
      response.destroy();
      resolve();
    }, PATIENCE_MILLISECONDS).unref();
    const done = (): void => clearTimeout(timer);
    response.once('drain', done).once('close', done);
  });

/** Disease protocols: publish, list, read, compare, ask, and try on the open cases. */
export function protocolRoutes({ requests, actorOf }: Dependencies): Router {
  const routes = Router();

  routes.post('/protocols', async (request, response) => {
    const who = identity(request, actorOf(request));
    const { protocol: document, corrects } = parse(publishBody, request.body);
    const receipt = await requests.publishProtocol({ ...who, document, corrects });
    const version = String(receipt['protocol']);
    response
      .status(201)
      .location(`/protocols/${version}`)
      .set('etag', `"${receipt.version}"`)
      .json({ version, published: receipt.version });
  });

  routes.get('/protocols', async (request, response) => {
    actorOf(request);
    response.json({ items: await requests.listProtocols(parse(protocolListQuery, request.query)) });
  });

  routes.get('/protocols/comparison', async (request, response) => {
    actorOf(request);
    const { before, after } = parse(comparisonQuery, request.query);
    response.json({ before, after, differences: await requests.compareProtocols(before, after) });
  });

  routes.get('/protocols/:series/:effectiveFrom/:revision', async (request, response) => {
    actorOf(request);
    const { series, effectiveFrom, revision } = parse(versionParams, request.params);
    const { id, ...version } = await requests.readProtocol(`${series}/${effectiveFrom}/${revision}`);
    response.set('etag', `"${revision}"`).json({ version: id, ...version });
  });

  routes.post('/protocols/evaluations', async (request, response) => {
    actorOf(request);
    const input = parse(evaluationBody, request.body);
    response.json(forPeople(await requests.evaluateProtocol(input)));
  });

  /** One line of JSON after the other: cases that would change, progress, and a summary at the end. */
  routes.post('/protocols/what-if', async (request, response) => {
    actorOf(request);
    const lines = await requests.whatIf(parse(whatIfBody, request.body));
    response.status(200).type('application/x-ndjson').set('cache-control', 'no-store');
    for await (const line of lines) {
      if (response.destroyed) return;
      if (!response.write(`${JSON.stringify(lineForPeople(line))}\n`)) {
        await Promise.race([once(response, 'drain'), once(response, 'close'), patience(response)]);
      }
    }
    response.end();
  });

  return routes;
}
