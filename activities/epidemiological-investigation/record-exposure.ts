import { contactCommand, type ContactRequest } from './contact-command.ts';
import { exposureOf, type ExposureInput } from './exposure-input.ts';

/** One more exposure of a contact; the latest one counts for its window. */
export const recordExposure = contactCommand<ContactRequest & Readonly<{ exposure: ExposureInput }>>(
  (input, by) => ({ type: 'RecordExposure', exposure: exposureOf(input.exposure), ...by }),
);
