import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import type { Nonsense } from '../activities/ports/external-system.ts';

/**
 * What a step failed with. A partner's step is an activity, whose failure comes wrapped; a step in our own database is a
 * local activity, whose failure comes as it is.
 */
function causeOf(error: unknown): ApplicationFailure | undefined {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  return cause instanceof ApplicationFailure ? cause : undefined;
}

const codeOf = (error: unknown): string | undefined => causeOf(error)?.type ?? undefined;

/** A partner refused for good: no retry mends it, a person must. */
export const wasRefusedByPartner = (error: unknown): boolean => codeOf(error) === 'ExternalSystemRefused';

/** A person's identity is in doubt: nobody is told, registered or paid until somebody has resolved it. */
export const wasHeld = (error: unknown): boolean => codeOf(error) === 'HeldForIdentity';

/** The program is at fault, or what it was given: no retry mends it. Answers what went wrong, without a value. */
export function defectIn(error: unknown): string | undefined {
  if (codeOf(error) !== 'Defect') return undefined;
  const step = error instanceof ActivityFailure ? error.activityType : 'store';
  return `${step}: ${causeOf(error)?.message ?? ''}`;
}

/** The domain's code, when a step was refused because the case no longer stands where the process thought. */
export function refusalOfDomain(error: unknown): string | undefined {
  const code = codeOf(error);
  return code?.includes('/') === true ? code : undefined;
}

const NONSENSE: Readonly<Record<Nonsense, true>> = { garbage: true, 'result-unknown': true };
/** A partner's answers made no sense time after time: it may be asked again when somebody has spoken with it. */
const refusalOfPartner = (error: unknown): string | undefined => {
  if (!wasRefusedByPartner(error)) return undefined;
  return Object.hasOwn(NONSENSE, String(causeOf(error)?.details?.[0]))
    ? 'partner-makes-no-sense'
    : 'partner-refused';
};

/** Why a person has to look at it, as a code; nothing for what is not a step's own failure. */
export const reasonToPark = (error: unknown): string | undefined =>
  refusalOfDomain(error) ?? defectIn(error) ?? refusalOfPartner(error);
