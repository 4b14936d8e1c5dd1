import { z } from 'zod';
import { ROLE_NAMES } from '../access/roles.ts';
import { shownMoment, wordsShown } from '../contract/shapes.ts';
import { BECAUSES } from '../why/because-words.ts';
import { CRITERION_NAMES } from '../why/criterion-words.ts';
import { WAITED_FOR } from '../why/waiting-words.ts';

const met = z.enum(['met', 'notMet', 'unknown']);
/** Days and moments as texts; null where it is not known. */
const fact = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]).nullable();

const criterion = z
  .object({
    criterion: z.enum(CRITERION_NAMES),
    met,
    /** The moment at which time alone meets it. */
    until: shownMoment.nullable(),
    facts: z.record(z.string(), fact),
    /** What the rule wants, what the facts are, and whether it is met. */
    says: wordsShown,
  })
  .meta({ id: 'Criterion' });

export const trackShown = z
  .object({
    track: z.string(),
    title: wordsShown,
    applies: met,
    met: z.boolean(),
    criteria: z.array(criterion),
  })
  .meta({ id: 'ReleaseTrack' });

/** The version of the rule, and where it can be read whole. */
export const protocolNamed = z
  .object({ version: z.string(), title: wordsShown.nullable(), link: z.string() })
  .meta({ id: 'DecidingProtocol' });

/** A fact without which nothing can be said, what to do about it, and the request that enters it. */
export const toEnterShown = z
  .object({ fact: z.string(), says: wordsShown, endpoint: z.string().nullable() })
  .meta({ id: 'FactToEnter' });

export const whyShown = z
  .object({
    rule: z.string(),
    protocol: protocolNamed.nullable(),
    because: z.enum(BECAUSES).nullable(),
    /** Why it stands where it stands. */
    says: wordsShown,
    countedFrom: z.string().nullable(),
    missing: z.array(z.string()),
    toEnter: z.array(toEnterShown),
    tracks: z.array(trackShown),
  })
  .meta({ id: 'Why' });

export const movedOnShown = z
  .object({ by: z.array(z.enum(ROLE_NAMES)), endpoint: z.string().nullable() })
  .meta({ id: 'MovedOn' });

export const openTask = z
  .object({ taskId: z.uuid(), kind: z.string(), todo: wordsShown.nullable() })
  .meta({ id: 'OpenTask' });

export const nextShown = z
  .object({
    waitingFor: z.enum(WAITED_FOR),
    at: shownMoment.nullable(),
    /** What it waits for, what happens then, and who may move it on before. */
    says: wordsShown,
    movedOn: movedOnShown.nullable(),
    /** Tasks that are open about the case: what a person has to do. */
    tasks: z.array(openTask),
  })
  .meta({ id: 'Next' });
