import type { RequestHandler } from 'express';

/** Everything but the control API asks for the key that this simulator was given. */
export const bearer =
  (refusal: object): RequestHandler =>
  (request, response, next) => {
    if (request.get('authorization') === `Bearer ${process.env['API_KEY']}`) return next();
    response.status(401).json(refusal);
  };
