import { ageIn } from '../../domain/patient-management/person/personal-values.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import type { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import type { Clock } from '../ports/clock.ts';
import type { Identities, Identity } from '../ports/identities.ts';

/** `age`: completed years today; absent like the values, and where no birth date is known. */
export type PersonIdentified = Identity & Readonly<{ age?: number }>;
type Identifying = Readonly<{ identities: Identities; clock: Clock }>;

/**
 * Who the people of one page are, by the ids that were asked for, each as the record that stands for them says. Whoever
 * asks decides who is shown what, and has it on record.
 */
export const identifyPeople =
  ({ identities, clock }: Identifying) =>
  async (personIds: readonly string[]): Promise<ReadonlyMap<string, PersonIdentified>> => {
    if (personIds.length === 0) return new Map();
    const [found, now] = await Promise.all([identities.of(personIds), clock.now()]);
    const today = Instant.of(now).dateInSeoul();
    return new Map([...found].map(([id, identity]) => [id, withAge(identity, today)]));
  };

function withAge(identity: Identity, today: LocalDate): PersonIdentified {
  const { values } = identity;
  if (values === undefined) return identity;
  const age = ageIn(values, today);
  return age === undefined ? identity : { ...identity, age };
}
