import { AggregateRoot, type By, type DomainEvent, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { District } from '../../shared-kernel/district.ts';
import type { PersonId } from '../../shared-kernel/id.ts';
import type { PhoneNumber } from '../../shared-kernel/phone-number.ts';
import type { BirthDate } from './birth-date.ts';
import type { PersonName } from './person-name.ts';

export type Sex = 'female' | 'male' | 'unknown';
export type Language = 'ko' | 'en';

/** Personal values. They live in the person's own row only: never in an event, a message or a log. */
export type PersonalValues = Readonly<{
  name: string;
  birthDate: string;
  sex: Sex;
  phone: string;
}>;

export type RegisterPerson = By &
  Readonly<{
    type: 'RegisterPerson';
    name: PersonName;
    birthDate: BirthDate;
    sex: Sex;
    phone: PhoneNumber;
    language: Language;
    district: District;
  }>;
export type PersonCommand = RegisterPerson;

export type PersonRegistered = DomainEvent &
  Readonly<{ type: 'PersonRegistered'; v: 1; district: string; language: Language }>;
export type PersonEvent = PersonRegistered;

export type PersonState = Readonly<{
  stage: 'registered';
  registeredAt: string;
  district: string;
  language: Language;
}>;

/** 환자: one human being, whatever number of disease episodes. */
export class Person extends AggregateRoot<PersonState, PersonCommand, PersonEvent> {
  #personal: PersonalValues | undefined;

  private constructor(id: PersonId, stored?: Stored<PersonState>, personal?: PersonalValues) {
    super(id, stored);
    this.#personal = personal;
  }

  static unregistered(id: PersonId): Person {
    return new Person(id);
  }

  static from(id: PersonId, stored: Stored<PersonState>, personal: PersonalValues): Person {
    return new Person(id, stored, personal);
  }

  /** @throws RuleBroken `person/not-found` before registration */
  get state(): PersonState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('person/not-found');
    return this.stateOrNothing;
  }

  /** @throws RuleBroken `person/not-found` before registration */
  get personal(): PersonalValues {
    if (this.#personal === undefined) throw new RuleBroken('person/not-found');
    return this.#personal;
  }

  execute(command: PersonCommand): void {
    if (this.stateOrNothing !== undefined) {
      throw new RuleBroken('person/already-registered', { personId: this.id });
    }
    const { name, birthDate, sex, phone, district, language } = command;
    this.#personal = { name: name.value, birthDate: birthDate.day.toString(), sex, phone: phone.e164 };
    this.raise({
      type: 'PersonRegistered',
      v: 1,
      at: command.at.toString(),
      by: command.by,
      district: district.code,
      language,
    });
  }

  protected evolve(_state: PersonState | undefined, event: PersonEvent): PersonState {
    return {
      stage: 'registered',
      registeredAt: event.at,
      district: event.district,
      language: event.language,
    };
  }
}
