import type { Visit } from './visit.ts';

/** Established without a person: two kinds of sources tell of it, one of them a record of the place itself. */
export const isCertain = ({ standing, confidence }: Visit): boolean =>
  standing === 'undecided' && confidence === 'high';
