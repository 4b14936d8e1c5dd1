import { Router } from 'express';
import { API_PROBLEMS, refuse } from '../api-problems.ts';
import { REFUSALS } from '../refusals.ts';

/** The page behind a problem's `type`: what it means and what to do next. */
export function problemRoutes(): Router {
  const routes = Router();
  const all = { ...REFUSALS, ...API_PROBLEMS } as Readonly<
    Record<string, { status: number; title: unknown }>
  >;
  routes.get('/problems', (_request, response) => {
    response.json({
      items: Object.entries(all).map(([code, { status, title }]) => ({ code, status, title })),
    });
  });
  routes.get('/problems/:subject/:what', (request, response) => {
    const code = `${request.params.subject}/${request.params.what}`;
    const found = Object.hasOwn(all, code) ? all[code] : undefined;
    if (found === undefined) throw refuse('address/not-found');
    response.json({ code, status: found.status, title: found.title });
  });
  return routes;
}
