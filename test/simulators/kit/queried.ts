import type { Request } from 'express';

/** A value of the query, or nothing: empty. */
export const queried = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
};
