import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { Case } from '../../domain/patient-management/case/case.ts';
import { episodeBefore, type Episode } from '../../domain/patient-management/case/episodes.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { Nationality } from '../../domain/patient-management/person/nationality.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import { Person, type Language, type Sex } from '../../domain/patient-management/person/person.ts';
import { InvalidValue, StaleAggregate } from '../../domain/shared-kernel/domain-error.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { caseId, contactId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { specimenId } from '../../domain/shared-kernel/specimen-id.ts';
import { ruleForCase } from '../case-rules.ts';
import { create, replay } from '../change.ts';
import { needsKnownValues } from '../known-values.ts';
import type { Receipt } from '../ports/repository.ts';
import { personStandingFor } from '../resolve-person.ts';
import type { Request, Uses } from '../uses.ts';

type NewPerson = Readonly<{
  name: string;
  birthDate: string;
  sex: Sex;
  phone: string;
  language: Language;
  nationality?: string | undefined;
}>;

export type OpenCaseInput = Request &
  Readonly<{
    kind: 'suspicion' | 'diagnosis';
    person: NewPerson | Readonly<{ personId: string }>;
    disease: string;
    district: string;
    contactId?: string | undefined;
    symptomatic: boolean;
    dateOfSymptomOnset?: string | undefined;
    specimenId?: string | undefined;
  }>;

/**
 * A clinic reports a suspicion or a diagnosis, of somebody new or somebody known. Two aggregates, so two transactions:
 * a retry after a crash between them finds the person that it made. A second open case of one person and disease is
 * refused; a re-infection is a new case that knows the one before.
 */
export const openCase =
  ({ people, cases, lookups, clock, newId, ...uses }: Uses) =>
  async (input: OpenCaseInput): Promise<Receipt> => {
    const at = Instant.of(await clock.now());
    const { by, person, commandId, fingerprint } = input;
    const district = District.today(input.district);
    const theDisease = disease(input.disease);
    const now = at.toString();
    const release = await ruleForCase(uses, 'caseRelease', { disease: theDisease, openedAt: now }, now);
    if (release === undefined) {
      throw new InvalidValue('disease/without-protocol', { disease: theDisease });
    }
    const onset = input.dateOfSymptomOnset;
    const specimen = input.specimenId === undefined ? {} : { specimenId: specimenId(input.specimenId) };
    const open = (who: string, previous?: Episode): Case => {
      const aCase = Case.unopened(caseId(newId()));
      const opening = {
        personId: personId(who),
        disease: theDisease,
        district,
        ...(input.contactId === undefined ? {} : { contactId: contactId(input.contactId) }),
        ...(previous === undefined ? {} : { previousCaseId: caseId(previous.caseId) }),
        symptomatic: input.symptomatic,
        ...(onset === undefined ? {} : { dateOfSymptomOnset: LocalDate.of(onset) }),
        by,
        at,
      };
      aCase.execute(
        input.kind === 'diagnosis'
          ? { type: 'DiagnoseInfection', ...opening }
          : { type: 'ReportSuspicion', ...opening, ...specimen },
      );
      return aCase;
    };
    const openFor = async (who: string): Promise<Receipt> => {
      const episodes = await lookups.episodesOf(who, theDisease);
      // A repetition finds the case that it opened: it is answered as it was, not refused.
      const last = episodes.at(-1);
      const handled = last && (await cases.load(last.caseId, commandId)).handled;
      if (handled !== undefined) return replay(handled, input);
      const theirs = open(who, episodeBefore(episodes));
      try {
        return await create(cases, theirs, input, { personId: who });
      } catch (error) {
        // Somebody opened one at the same moment: now it is seen, and named.
        if (error instanceof StaleAggregate) episodeBefore(await lookups.episodesOf(who, theDisease));
        throw error;
      }
    };

    if ('personId' in person) {
      const known = await personStandingFor({ people }, person.personId);
      if (known.personalOrNothing !== undefined) needsKnownValues(known);
      return openFor(person.personId);
    }
    const newcomer = Person.unregistered(personId(newId()));
    newcomer.execute({
      type: 'RegisterPerson',
      name: PersonName.of(person.name),
      birthDate: BirthDate.of(person.birthDate, at.dateInSeoul()),
      sex: person.sex,
      phone: PhoneNumber.of(person.phone),
      language: person.language,
      ...(person.nationality === undefined ? {} : { nationality: Nationality.of(person.nationality) }),
      district,
      by,
      at,
    });
    const aCase = open(newcomer.id); // before anything is stored: what the case refuses leaves no person behind
    const registered = await create(people, newcomer, { commandId: `${commandId}/person`, fingerprint });
    if (registered.id !== newcomer.id) return openFor(registered.id);
    return create(cases, aCase, input, { personId: registered.id });
  };
