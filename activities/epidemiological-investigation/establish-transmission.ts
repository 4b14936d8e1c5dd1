import type {
  Certainty,
  TransmissionDoubt,
} from '../../domain/epidemiological-investigation/infection-network/contact.commands.ts';
import { contactCommand, type ContactRequest } from './contact-command.ts';

/** 감염 검증: who infected whom, and how sure that is. */
export const establishTransmission = contactCommand<ContactRequest & Readonly<{ certainty: Certainty }>>(
  (input, by) => ({ type: 'EstablishTransmission', certainty: input.certainty, ...by }),
);

export const withdrawTransmission = contactCommand<ContactRequest & Readonly<{ reason: TransmissionDoubt }>>(
  (input, by) => ({ type: 'WithdrawTransmission', reason: input.reason, ...by }),
);
