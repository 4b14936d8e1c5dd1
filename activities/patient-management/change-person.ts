import { Address } from '../../domain/patient-management/person/address.ts';
import type {
  Person,
  PersonCommand,
  PreferredChannel,
} from '../../domain/patient-management/person/person.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { householdId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { Request } from '../uses.ts';

export type PersonRequest = Request & Readonly<{ personId: string }>;

const command =
  <Input extends PersonRequest>(make: (input: Input, by: By) => PersonCommand) =>
  ({ people, clock }: Readonly<{ people: Repository<Person>; clock: Clock }>) =>
  async (input: Input): Promise<Receipt> => {
    const asked = make(input, { by: input.by, at: Instant.of(await clock.now()) });
    return change(people, input.personId, input, (person) => person.execute(asked));
  };

export type MovePersonInput = PersonRequest & Readonly<{ district: string; addressLines: readonly string[] }>;

export const movePerson = command<MovePersonInput>((input, by) => ({
  type: 'MoveTo',
  address: Address.of(District.today(input.district), input.addressLines),
  ...by,
}));

export const changePreferredChannel = command<PersonRequest & Readonly<{ channel: PreferredChannel }>>(
  ({ channel }, by) => ({ type: 'ChangePreferredChannel', channel, ...by }),
);

export type HouseholdRequest = PersonRequest & Readonly<{ householdId: string }>;

export const joinHousehold = command<HouseholdRequest>((input, by) => ({
  type: 'JoinHousehold',
  householdId: householdId(input.householdId),
  ...by,
}));

export const leaveHousehold = command<HouseholdRequest>((input, by) => ({
  type: 'LeaveHousehold',
  householdId: householdId(input.householdId),
  ...by,
}));

export const removeGuardian = command<PersonRequest>((_input, by) => ({ type: 'RemoveGuardian', ...by }));

export const undoMerge = command<PersonRequest>((_input, by) => ({ type: 'UndoMerge', ...by }));
