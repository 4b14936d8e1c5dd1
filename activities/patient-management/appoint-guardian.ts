import type { Person } from '../../domain/patient-management/person/person.ts';
import { mustStandForItself } from '../../domain/patient-management/person/survivor.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { PersonRequest } from './change-person.ts';

export type AppointGuardianInput = PersonRequest & Readonly<{ guardianId: string }>;

/** `minorUnderAge`: the law's age limit in completed years; nobody who asks chooses it. */
type GuardianUses = Readonly<{ people: Repository<Person>; clock: Clock; minorUnderAge: number }>;

/** A minor gets a guardian who is a known person, neither merged nor erased. */
export const appointGuardian =
  ({ people, clock, minorUnderAge }: GuardianUses) =>
  async (input: AppointGuardianInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const guardianId = personId(input.guardianId);
    const guardian = (await people.load(guardianId)).aggregate;
    return change(people, input.personId, input, (person) => {
      mustStandForItself(guardianId, guardian.state);
      person.execute({ type: 'AppointGuardian', guardianId, minorUnderAge, by: input.by, at });
    });
  };
