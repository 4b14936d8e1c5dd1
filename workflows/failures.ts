import { ActivityFailure, ApplicationFailure } from '@temporalio/common';

const codeOf = (error: unknown): string | undefined =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure
    ? (error.cause.type ?? undefined)
    : undefined;

/** A partner refused for good: no retry mends it, a person must. */
export const wasRefusedByPartner = (error: unknown): boolean => codeOf(error) === 'ExternalSystemRefused';

/** The domain's code, when a step was refused because the case no longer stands where the process thought. */
export function refusalOfDomain(error: unknown): string | undefined {
  const code = codeOf(error);
  return code?.includes('/') === true ? code : undefined;
}
