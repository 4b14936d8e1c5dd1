import type { RequestHandler, Response } from 'express';
import { apiProblem } from '../api-problems.ts';
import { sendProblem } from '../problem.ts';
import { kindOf, type Admission } from './admission.ts';
import { behind } from './behind.ts';
import type { Endpoint } from './endpoint.ts';

/** As late as they are told to come again. */
const LONGEST_MILLISECONDS = 2_000;
/** A process that is so much behind answers whom it turns away so many times later. */
const HELD_BACK = 20;

/**
 * In front of everything else: where there is no room for a request, it is refused before anything is done for it. While
 * the process is behind, the refusal waits: whoever asks again at once without end would take the time of those inside,
 * and of what must come in.
 */
export function gate(endpoints: readonly Endpoint[], room: Admission, late = behind()): RequestHandler {
  const own = endpoints
    .filter(({ load }) => load !== undefined)
    .map((one) => ({ one, path: patternOf(one) }));
  const kindOfRequest = (method: string, path: string) => {
    const found = own.find(({ one, path: pattern }) => one.method === method && pattern.test(path));
    return kindOf(found?.one ?? {});
  };
  return (request, response, next) => {
    // Mostly there is room, and nobody has to know for what.
    if (!room.isAnyFull() || !room.isFull(kindOfRequest(request.method.toLowerCase(), request.path)))
      return next();
    const wait = Math.min(LONGEST_MILLISECONDS, HELD_BACK * late());
    if (wait < 1) turnAway(response);
    else setTimeout(() => turnAway(response), wait);
  };
}

const BUSY = apiProblem('server/busy');
function turnAway(response: Response): void {
  if (!response.destroyed) sendProblem(response, BUSY);
}

/** As express reads it: `:id` is one part of the path. */
const patternOf = ({ path }: Endpoint): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}/?$`, 'i');
