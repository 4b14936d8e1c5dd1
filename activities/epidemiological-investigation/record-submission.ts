import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import { lookUpCommand, type LookUpRequest } from './look-up-command.ts';

/** The provider has taken the request. */
export const recordSubmission = lookUpCommand<LookUpRequest & Readonly<{ providerReference: string }>>(
  (input, by) => ({
    type: 'RecordSubmission',
    providerReference: reference(input.providerReference),
    ...by,
  }),
);
