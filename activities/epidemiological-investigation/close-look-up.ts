import { reference } from '../../domain/epidemiological-investigation/information-request/codes.ts';
import type {
  ConsultationPurpose,
  NotificationChannel,
} from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { Case } from '../../domain/patient-management/case/case.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import { needsCase } from '../look-up-ground.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import { lookUpCommand, type LookUpRequest, type LookUpUses } from './look-up-command.ts';

/** Somebody is about to open the raw records: refused when they may not be read any more. Those of what is no case are read for an audit only. */
export const consultRecords =
  ({ informationRequests, cases, clock }: LookUpUses & Readonly<{ cases: Repository<Case> }>) =>
  async (input: LookUpRequest & Readonly<{ purpose: ConsultationPurpose }>): Promise<Receipt> => {
    const { purpose, by } = input;
    const at = Instant.of(await clock.now());
    return change(informationRequests, input.informationRequestId, input, async (lookUp) => {
      if (purpose !== 'audit') needsCase((await cases.load(lookUp.state.caseId)).aggregate.state);
      lookUp.execute({ type: 'ConsultRecords', purpose, by, at });
    });
  };

/** The person was told of the look-up. */
export const notifyPerson = lookUpCommand<LookUpRequest & Readonly<{ channel: NotificationChannel }>>(
  (input, by) => ({ type: 'NotifyPerson', channel: input.channel, ...by }),
);

/** The raw records are destroyed. With that and the notice, the look-up is closed. */
export const recordDestruction = lookUpCommand<LookUpRequest & Readonly<{ certificateId: string }>>(
  (input, by) => ({ type: 'RecordDestruction', certificateId: reference(input.certificateId), ...by }),
);
