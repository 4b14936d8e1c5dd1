import type { InformationRequestCommand } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { InformationRequest } from '../../domain/epidemiological-investigation/information-request/information-request.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type LookUpUses = Readonly<{ informationRequests: Repository<InformationRequest>; clock: Clock }>;
export type LookUpRequest = Request & Readonly<{ informationRequestId: string }>;

/** A use case that asks one look-up for one thing. */
export const lookUpCommand =
  <Input extends LookUpRequest>(make: (input: Input, by: By) => InformationRequestCommand) =>
  ({ informationRequests, clock }: LookUpUses) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(informationRequests, input.informationRequestId, input, (lookUp) => lookUp.execute(asked));
  };
