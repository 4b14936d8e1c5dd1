import { Case } from '../../domain/patient-management/case/case.ts';
import type { EpisodeEnd } from '../../domain/patient-management/case/case.commands.ts';
import { disease } from '../../domain/patient-management/case/disease.ts';
import { episodeBeforeDay, type Episode } from '../../domain/patient-management/case/episodes.ts';
import { AgeGroup } from '../../domain/patient-management/person/age-group.ts';
import { BirthDate } from '../../domain/patient-management/person/birth-date.ts';
import { PersonName } from '../../domain/patient-management/person/person-name.ts';
import { likenessFactsOf } from '../../domain/patient-management/person/resemblance.ts';
import { Person, type Language, type Sex } from '../../domain/patient-management/person/person.ts';
import type { By } from '../../domain/shared-kernel/aggregate-root.ts';
import { District } from '../../domain/shared-kernel/district.ts';
import { InvalidValue } from '../../domain/shared-kernel/domain-error.ts';
import { caseId, personId } from '../../domain/shared-kernel/id.ts';
import { Instant } from '../../domain/shared-kernel/instant.ts';
import { LocalDate } from '../../domain/shared-kernel/local-date.ts';
import { PhoneNumber } from '../../domain/shared-kernel/phone-number.ts';
import { create, replay } from '../change.ts';
import type { Receipt } from '../ports/repository.ts';
import type { Request, Uses } from '../uses.ts';
import { idOfNewcomer } from './id-of-newcomer.ts';
import type { LooksAgain } from './registered-or-known.ts';

/** As much as a list tells of somebody. */
export type ListedPerson = Readonly<{
  name?: string | undefined;
  birthDate?: string | undefined;
  ageGroup?: string | undefined;
  sex: Sex;
  phone?: string | undefined;
  language: Language;
}>;

export type RecordEpisodeInput = Request &
  Readonly<{
    person: ListedPerson | Readonly<{ personId: string }>;
    looksAgain?: LooksAgain | undefined;
    disease: string;
    district: string;
    dateOfSymptomOnset?: string | undefined;
    confirmedOn: string;
    ended?: Readonly<{ as: EpisodeEnd; on?: string | undefined }> | undefined;
  }>;

/**
 * 기록된 에피소드: a list tells of an episode of the past, of somebody known or of somebody of whom it tells little. Nothing is
 * started by it. Two aggregates, so two transactions: a retry after a crash between them finds the person that it made.
 * @throws RuleBroken `case/already-recorded` where a known person was confirmed on that day by another record
 */
export const recordEpisode =
  (uses: Uses) =>
  async (input: RecordEpisodeInput): Promise<Receipt> => {
    const { people, cases, lookups, clock, newId, protocols, jurisdiction } = uses;
    const by: By = { by: input.by, at: Instant.of(await clock.now()) };
    const { commandId, fingerprint, person, looksAgain } = input;
    const theDisease = disease(input.disease);
    if ((await protocols.versions(theDisease, jurisdiction)).length === 0)
      throw new InvalidValue('disease/without-protocol', { disease: theDisease });
    const recordFor = async (who: string): Promise<Receipt> => {
      const episodes = await lookups.episodesOf(who, theDisease);
      const [any] = episodes;
      const handled = any && (await cases.load(any.caseId, commandId)).handled;
      if (handled !== undefined) return replay(handled, input);
      const before = episodeBeforeDay(episodes, LocalDate.of(input.confirmedOn));
      return create(cases, episodeOf(newId(), who, input, by, before), input, { personId: who });
    };
    if ('personId' in person) {
      await people.load(person.personId);
      return recordFor(person.personId);
    }
    const id =
      looksAgain === undefined
        ? newId()
        : await idOfNewcomer(uses, likenessFactsOf(person), looksAgain.besides);
    const newcomer = listed(id, person, District.of(input.district), by);
    const aCase = episodeOf(newId(), newcomer.id, input, by); // before anything is stored: what it refuses leaves nobody behind
    const recorded = await create(people, newcomer, { commandId: `${commandId}/person`, fingerprint });
    if (recorded.id !== newcomer.id) return recordFor(recorded.id);
    return create(cases, aCase, input, { personId: recorded.id });
  };

function listed(id: string, told: ListedPerson, district: District, by: By): Person {
  const { name, birthDate, ageGroup, sex, phone, language } = told;
  const person = Person.unregistered(personId(id));
  person.execute({
    type: 'RecordPerson',
    ...(name === undefined ? {} : { name: PersonName.of(name) }),
    ...(birthDate === undefined ? {} : { birthDate: BirthDate.of(birthDate, by.at.dateInSeoul()) }),
    ...(ageGroup === undefined ? {} : { ageGroup: AgeGroup.of(ageGroup) }),
    sex,
    ...(phone === undefined ? {} : { phone: PhoneNumber.of(phone) }),
    language,
    district,
    ...by,
  });
  return person;
}

function episodeOf(
  id: string,
  who: string,
  { disease: code, district, dateOfSymptomOnset: onset, confirmedOn, ended }: RecordEpisodeInput,
  by: By,
  before?: Episode,
): Case {
  const aCase = Case.unopened(caseId(id));
  aCase.execute({
    type: 'RecordEpisode',
    personId: personId(who),
    disease: disease(code),
    district: District.of(district),
    ...(onset === undefined ? {} : { dateOfSymptomOnset: LocalDate.of(onset) }),
    confirmedOn: LocalDate.of(confirmedOn),
    ...(ended === undefined
      ? {}
      : { ended: { as: ended.as, ...(ended.on === undefined ? {} : { on: LocalDate.of(ended.on) }) } }),
    ...(before === undefined ? {} : { previousCaseId: caseId(before.caseId) }),
    ...by,
  });
  return aCase;
}
