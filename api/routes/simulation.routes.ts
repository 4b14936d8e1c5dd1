import { Router } from 'express';
import { z } from 'zod';
import { refuse } from '../api-problems.ts';
import type { Dependencies } from '../dependencies.ts';
import { parse } from '../parse.ts';
import { inSeoul } from '../words.ts';

const DAY = 86_400_000;
const advanceBody = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z.strictObject({
    days: z.number().min(0).max(400).default(0),
    hours: z.number().min(0).max(10_000).default(0),
  }),
]);

/** Simulation mode: all clocks and every open process move together. */
export function simulationRoutes({ simulation, actorOf }: Dependencies): Router {
  const routes = Router();

  routes.get('/simulation', async (request, response) => {
    actorOf(request);
    if (simulation === undefined) throw refuse('simulation/off');
    response.json({ now: inSeoul(await simulation.now()) });
  });

  routes.post('/simulation/settle', async (request, response) => {
    actorOf(request);
    if (simulation === undefined) throw refuse('simulation/off');
    response.json({ settled: await simulation.settle() });
  });

  routes.post('/simulation/advance', async (request, response) => {
    actorOf(request);
    if (simulation === undefined) throw refuse('simulation/off');
    const body = parse(advanceBody, request.body);
    const to =
      'to' in body
        ? body.to
        : new Date(
            Date.parse(await simulation.now()) + body.days * DAY + (body.hours / 24) * DAY,
          ).toISOString();
    try {
      const { now, ...rest } = await simulation.advance(to);
      response.json({ now: inSeoul(now), ...rest });
    } catch (error) {
      if ((error as Error).name === 'NotForward') throw refuse('simulation/not-forward');
      if ((error as Error).name === 'AlreadyMoving') throw refuse('simulation/busy');
      throw error;
    }
  });

  return routes;
}
