import { ExternalSystemRefused, ExternalSystemUnavailable } from './ports/external-system.ts';

/** It refuses, or is down: the next round asks again, and what is old is told. */
export const unlessPartner = (error: unknown): undefined => {
  if (!(error instanceof ExternalSystemRefused) && !(error instanceof ExternalSystemUnavailable)) throw error;
  return undefined;
};
