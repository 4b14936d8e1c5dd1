import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type {
  ConsultationPurpose,
  NotificationChannel,
} from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import { lookUpCommand, type LookUpRequest } from './look-up-command.ts';

/** Somebody is about to open the raw records: refused when they may not be read any more. */
export const consultRecords = lookUpCommand<LookUpRequest & Readonly<{ purpose: ConsultationPurpose }>>(
  (input, by) => ({ type: 'ConsultRecords', purpose: input.purpose, ...by }),
);

/** The person was told of the look-up. */
export const notifyPerson = lookUpCommand<LookUpRequest & Readonly<{ channel: NotificationChannel }>>(
  (input, by) => ({ type: 'NotifyPerson', channel: input.channel, ...by }),
);

/** The raw records are destroyed. With that and the notice, the look-up is closed. */
export const recordDestruction = lookUpCommand<LookUpRequest & Readonly<{ certificateId: string }>>(
  (input, by) => ({ type: 'RecordDestruction', certificateId: reference(input.certificateId), ...by }),
);
