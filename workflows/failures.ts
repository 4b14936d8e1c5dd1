import { ActivityFailure, ApplicationFailure } from '@temporalio/common';

const codeOf = (error: unknown): string | undefined =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure
    ? (error.cause.type ?? undefined)
    : undefined;

/** A partner refused for good: no retry mends it, a person must. */
export const wasRefusedByPartner = (error: unknown): boolean => codeOf(error) === 'ExternalSystemRefused';

/** A person's identity is in doubt: nobody is told, registered or paid until somebody has resolved it. */
export const wasHeld = (error: unknown): boolean => codeOf(error) === 'HeldForIdentity';

/** The program is at fault, or what it was given: no retry mends it. Answers what went wrong, without a value. */
export const defectIn = (error: unknown): string | undefined =>
  codeOf(error) === 'Defect' && error instanceof ActivityFailure
    ? `${error.activityType}: ${(error.cause as ApplicationFailure).message}`
    : undefined;

/** The domain's code, when a step was refused because the case no longer stands where the process thought. */
export function refusalOfDomain(error: unknown): string | undefined {
  const code = codeOf(error);
  return code?.includes('/') === true ? code : undefined;
}
