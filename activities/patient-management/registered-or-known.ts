import type { Disease } from '../../domain/patient-management/case/disease.ts';
import { isRegistryNumber } from '../../domain/patient-management/case/registry-number.ts';
import { nameKeyOf } from '../../domain/patient-management/person/likeness.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import type { District } from '../../domain/shared-kernel/district.ts';
import { InvalidValue, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { create } from '../change.ts';
import { needsKnownValues } from '../known-values.ts';
import { askWhetherSame } from '../person-alike-task.ts';
import { PROCESS, type Uses } from '../uses.ts';
import { idOfNewcomer } from './id-of-newcomer.ts';
import { newcomer, type NewcomerValues } from './newcomer.ts';
import { somebodyKnown, type SomebodyKnown } from './somebody-known.ts';

/** `registryNumber`: of a case of theirs, where the reporter knows one. They are found by it; it is not stored. */
export type ReportedPerson = NewcomerValues & Readonly<{ registryNumber?: string | undefined }>;

/**
 * Whoever asks has just looked who is known, and looks again where somebody has registered them since (`StaleAggregate`).
 * `besides`: under which ids somebody was registered meanwhile whom they may not name.
 */
export type LooksAgain = Readonly<{ besides: readonly string[] }>;

type Report = Readonly<{
  person: ReportedPerson;
  theDisease?: Disease;
  district: District;
  within?: readonly string[] | undefined;
  looksAgain?: LooksAgain | undefined;
  commandId: string;
  fingerprint: string;
  by: By;
}>;

/** Of so many offices that have nothing to do with each other the same person is hardly reported in one moment. */
const ATTEMPTS = 8;
const NOBODY: SomebodyKnown = { maybe: [] };

/**
 * Somebody who is told of by their values: who is known within reach, or else a new record. Who tells of the same person at
 * the same moment registers under the same id: one of them does, the others find it. `isNew`: nobody knew of them before this command.
 */
export const registeredOrKnown =
  (uses: Uses) =>
  async (report: Report): Promise<Readonly<{ personId: string; isNew: boolean }>> => {
    const { people } = uses;
    const { person, theDisease, district, within, looksAgain, commandId, fingerprint, by } = report;
    const { registryNumber } = person;
    if (registryNumber !== undefined && !isRegistryNumber(registryNumber))
      throw new InvalidValue('registry-number/malformed');
    const registered = newcomer(person, district, by); // what cannot be registered is refused before anybody is looked for
    const { name, birthDate, phone } = registered.values;
    const facts = {
      ...{ nameKey: nameKeyOf(name.value), birthDate: birthDate.day.toString() },
      ...{ phone: phone.e164, sex: person.sex },
    };
    const asked = {
      told: { name: name.value, facts, registryNumber },
      disease: theDisease,
      district: district.code,
      commandId,
    };
    const besides: string[] = [...(looksAgain?.besides ?? [])];
    const mayBeTold = within !== undefined || looksAgain !== undefined;
    for (let attempt = 1; ; attempt += 1) {
      // First, so that whoever was registered under an id of before is found.
      const id = mayBeTold ? await idOfNewcomer(uses, facts, besides) : uses.newId();
      const known = within === undefined ? NOBODY : await somebodyKnown(uses, { ...asked, within });
      if (known.personId !== undefined) {
        needsKnownValues((await people.load(known.personId)).aggregate);
        await ask(uses, known.personId, known, by);
        return { personId: known.personId, isNew: false };
      }
      try {
        const receipt = await create(people, registered.under(id), {
          commandId: `${commandId}/person`,
          fingerprint,
        });
        await ask(uses, receipt.id, known, by);
        return { personId: receipt.id, isNew: receipt.id === id };
      } catch (error) {
        // Registered by another report at the same moment: it is found now, unless it is out of reach.
        if (!(error instanceof StaleAggregate) || within === undefined || attempt === ATTEMPTS) throw error;
        besides.push(id);
      }
    }
  };

/** The record that is known longer stays, whichever of the two it is. */
async function ask(
  uses: Uses,
  reported: string,
  { maybe, personId: known }: SomebodyKnown,
  { at }: By,
): Promise<void> {
  for (const { personId: other, score, askedIn } of maybe) {
    const [duplicate, survivor] = known === undefined ? [reported, other] : [other, reported];
    const alike = { personId: duplicate, other: survivor, score, district: askedIn };
    await askWhetherSame(uses, { ...alike, by: PROCESS, at });
  }
}
