import { Isolation } from '../../domain/isolation-management/isolation/isolation.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { contactId, isolationId, personId } from '../../domain/shared-kernel/id.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { create } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import { whoAndWhen, type Asked } from './asked.ts';
import type { IsolationUses } from './isolation-command.ts';
import { orderTerms, type OrderTerms } from './order-terms.ts';
import { recordQuarantineExposure } from './record-quarantine-exposure.ts';

export type OrderQuarantineInput = Asked &
  Omit<OrderTerms, 'protocol'> &
  Readonly<{
    personId: string;
    contactId: string;
    district: string;
    dateOfLastExposure: string;
    protocol: string;
  }>;

/** The quarantine of a person that has not ended, if there is one. */
export type RunningQuarantine = Readonly<{
  quarantineOfPerson(personId: string): Promise<string | undefined>;
}>;

/** Whenever a close contact is identified: a quarantine. In quarantine already, the person gets one more exposure. */
export const orderQuarantine =
  (uses: IsolationUses & Readonly<{ lookups: RunningQuarantine; newId: () => string }>) =>
  async (input: OrderQuarantineInput): Promise<Receipt> => {
    const running = await uses.lookups.quarantineOfPerson(input.personId);
    if (running !== undefined) {
      return recordQuarantineExposure(uses)({ ...input, isolationId: running });
    }
    const by = await whoAndWhen(input, uses.clock);
    const quarantine = Isolation.unordered(isolationId(uses.newId()));
    quarantine.execute({
      type: 'OrderIsolation',
      kind: 'quarantine',
      personId: personId(input.personId),
      contactId: contactId(input.contactId),
      dateOfLastExposure: LocalDate.of(input.dateOfLastExposure),
      district: District.today(input.district),
      ...orderTerms(input, by),
      ...by,
    });
    return create(uses.isolations, quarantine, input);
  };
