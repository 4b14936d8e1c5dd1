import { AggregateRoot, type Stored } from '../../shared-kernel/aggregate-root.ts';
import { assertNever, InvalidValue, RuleBroken } from '../../shared-kernel/domain-error.ts';
import type { PersonId } from '../../shared-kernel/id.ts';
import { sameLines } from './address.ts';
import { fact, mayFollow } from './decisions/fact.ts';
import { appointGuardian, removeGuardian } from './decisions/guardian.ts';
import { joinHousehold, leaveHousehold } from './decisions/household.ts';
import { mergeInto, undoMerge } from './decisions/merging.ts';
import type {
  ChangePreferredChannel,
  CorrectPersonalValues,
  ErasePerson,
  MoveTo,
  MoveToDistrict,
  PersonCommand,
  RecordPerson,
  RegisterPerson,
} from './person.commands.ts';
import type { PersonEvent } from './person.events.ts';
import { evolvePerson, type PersonState } from './person.state.ts';
import { corrected, type PersonalValues } from './personal-values.ts';

export type { PersonCommand } from './person.commands.ts';
export type { PersonEvent } from './person.events.ts';
export type { Language, PersonState, PreferredChannel } from './person.state.ts';
export type { PersonalValues, Sex } from './personal-values.ts';

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

  /** An erased person has no personal values any more. */
  static from(id: PersonId, stored: Stored<PersonState>, personal?: PersonalValues): Person {
    return new Person(id, stored, stored.state.stage === 'erased' ? undefined : personal);
  }

  /** @throws RuleBroken `person/not-found` before registration */
  get state(): PersonState {
    if (this.stateOrNothing === undefined) throw new RuleBroken('person/not-found');
    return this.stateOrNothing;
  }

  /** @throws RuleBroken `person/not-found` before registration, `person/erased` after erasure */
  get personal(): PersonalValues {
    if (this.#personal !== undefined) return this.#personal;
    if (this.stateOrNothing?.stage === 'erased') throw new RuleBroken('person/erased', { personId: this.id });
    throw new RuleBroken('person/not-found');
  }

  /** What a repository has to keep. */
  get personalOrNothing(): PersonalValues | undefined {
    return this.#personal;
  }

  execute(command: PersonCommand): void {
    const isFirst = command.type === 'RegisterPerson' || command.type === 'RecordPerson';
    if (!isFirst || this.stateOrNothing !== undefined) {
      mayFollow(this.state, command, this.id);
    }
    switch (command.type) {
      case 'RegisterPerson':
        return this.register(command);
      case 'RecordPerson':
        return this.record(command);
      case 'CorrectPersonalValues':
        return this.correct(command);
      case 'MoveTo':
        return this.move(command);
      case 'MoveToDistrict':
        return this.moveToDistrict(command);
      case 'ChangePreferredChannel':
        return this.changeChannel(command);
      case 'JoinHousehold':
        return this.raiseAll(joinHousehold(this.state, command));
      case 'LeaveHousehold':
        return this.raiseAll(leaveHousehold(this.state, command));
      case 'AppointGuardian':
        return this.raiseAll(appointGuardian(this.id, this.state, this.personal, command));
      case 'RemoveGuardian':
        return this.raiseAll(removeGuardian(this.state, command));
      case 'MergeInto':
        return this.raiseAll(mergeInto(this.id, command));
      case 'UndoMerge':
        return this.raiseAll(undoMerge(this.id, this.state, command));
      case 'ErasePerson':
        return this.erase(command);
      default:
        return assertNever(command);
    }
  }

  protected evolve(state: PersonState | undefined, event: PersonEvent): PersonState {
    return evolvePerson(state, event);
  }

  private register(command: RegisterPerson): void {
    if (this.stateOrNothing !== undefined) {
      throw new RuleBroken('person/already-registered', { personId: this.id });
    }
    const { name, birthDate, sex, phone, district, language, nationality, preferredLanguage } = command;
    if (command.address !== undefined && !command.address.district.equals(district)) {
      throw new InvalidValue('person/address-in-another-district', { district: district.code });
    }
    this.#personal = {
      name: name.value,
      birthDate: birthDate.day.toString(),
      sex,
      phone: phone.e164,
      ...(nationality === undefined ? {} : { nationality: nationality.code }),
      ...(preferredLanguage === undefined ? {} : { preferredLanguage: preferredLanguage.tag }),
      ...(command.address === undefined ? {} : { addressLines: command.address.lines }),
    };
    this.raise({ ...fact('PersonRegistered', command), district: district.code, language });
  }

  private record(command: RecordPerson): void {
    if (this.stateOrNothing !== undefined) {
      throw new RuleBroken('person/already-registered', { personId: this.id });
    }
    const { name, birthDate, ageGroup, sex, phone, district, language } = command;
    this.#personal = {
      ...(name === undefined ? {} : { name: name.value }),
      ...(birthDate === undefined ? {} : { birthDate: birthDate.day.toString() }),
      ...(ageGroup === undefined || birthDate !== undefined ? {} : { ageGroup: ageGroup.code }),
      sex,
      ...(phone === undefined ? {} : { phone: phone.e164 }),
    };
    this.raise({ ...fact('PersonRegistered', command), district: district.code, language });
  }

  /** The same values again are quiet. */
  private correct(command: CorrectPersonalValues): void {
    const { personal, fields } = corrected(this.personal, command.corrections);
    const { language } = command.corrections;
    const speaks = language === undefined || language === this.state.language ? {} : { language };
    const names = 'language' in speaks ? [...fields, 'language' as const] : fields;
    if (names.length === 0) return;
    this.#personal = personal;
    this.raise({ ...fact('PersonalValuesCorrected', command), fields: names, ...speaks });
  }

  /** The same address again is quiet. */
  private move(command: MoveTo): void {
    const { district, lines } = command.address;
    if (district.code === this.state.district && sameLines(lines, this.personal.addressLines)) return;
    this.#personal = { ...this.personal, addressLines: lines };
    this.raise({ ...fact('PersonMoved', command), district: district.code });
  }

  /** Quiet when they live there already: then their address does, too. */
  private moveToDistrict(command: MoveToDistrict): void {
    const { code } = command.district;
    if (code === this.state.district) return;
    const { addressLines: _former, ...others } = this.personal;
    this.#personal = others;
    this.raise({ ...fact('PersonMoved', command), district: code });
  }

  private changeChannel(command: ChangePreferredChannel): void {
    if (command.channel === this.state.preferredChannel) return;
    this.raise({ ...fact('PreferredChannelChanged', command), channel: command.channel });
  }

  private erase(command: ErasePerson): void {
    this.#personal = undefined;
    this.raise({ ...fact('PersonErased', command), legalBasis: command.legalBasis.code });
  }

  private raiseAll(events: readonly PersonEvent[]): void {
    for (const event of events) this.raise(event);
  }
}
