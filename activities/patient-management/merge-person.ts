import { LikenessScore } from '../../domain/patient-management/person/likeness-score.ts';
import type { Person } from '../../domain/patient-management/person/person.ts';
import { mustStandForItself } from '../../domain/patient-management/person/survivor.ts';
import { personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { change } from '../change.ts';
import type { Clock } from '../ports/clock.ts';
import type { Receipt, Repository } from '../ports/repository.ts';
import type { PersonRequest } from './change-person.ts';

/** `score`: the likeness by which the two were proposed, where they were. */
export type MergePersonInput = PersonRequest & Readonly<{ survivorId: string; score?: number | undefined }>;

/**
 * A person decides that two records are one human being. Only the duplicate changes; the survivor is read. Another merge
 * at the same moment may still make a chain, which `resolve` follows.
 */
export const mergePerson =
  ({ people, clock }: Readonly<{ people: Repository<Person>; clock: Clock }>) =>
  async (input: MergePersonInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const survivorId = personId(input.survivorId);
    const reason =
      input.score === undefined
        ? ({ basis: 'officer' } as const)
        : ({ basis: 'likeness', score: LikenessScore.of(input.score) } as const);
    const survivor = (await people.load(survivorId)).aggregate;
    return change(people, input.personId, input, (person) => {
      mustStandForItself(survivorId, survivor.state);
      person.execute({ type: 'MergeInto', survivorId, reason, by: input.by, at });
    });
  };
