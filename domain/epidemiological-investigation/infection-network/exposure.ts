import { SETTINGS, type ExposureSetting } from '../../protocol/language/condition.ts';
import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';
import type { PlaceId } from '../place-id.ts';

/** What else may be known of an exposure: how they met, and how the case was. */
export const EXPOSURE_CIRCUMSTANCES = [
  'faceToFace',
  'talking',
  'caseMasked',
  'caseCoughing',
  'sameClosedSpace',
  'careWithoutProtection',
] as const;
type Circumstances = Readonly<Partial<Record<(typeof EXPOSURE_CIRCUMSTANCES)[number], boolean>>>;
/** Answers to the facts that a protocol declares by itself, by their names. */
export type ExposureAttributes = Readonly<Record<string, boolean | number | string>>;

/** An exposure as it stands in events and state: codes, days `YYYY-MM-DD`, metres and minutes. */
export type ExposureFacts = Readonly<{
  dateOfFirstContact?: string;
  dateOfLastContact: string;
  placeId: string;
  setting: ExposureSetting;
  distanceMetres?: number;
  minutes?: number;
  /** The exposed person. */
  masked?: boolean;
  touched?: boolean;
  attributes?: ExposureAttributes;
}> &
  Circumstances;

export type ExposureFields = Readonly<{
  dateOfFirstContact?: LocalDate | undefined;
  dateOfLastContact: LocalDate;
  placeId: PlaceId;
  setting: ExposureSetting;
  distanceMetres?: number | undefined;
  minutes?: number | undefined;
  masked?: boolean | undefined;
  touched?: boolean | undefined;
  attributes?: ExposureAttributes | undefined;
}> & { readonly [Name in keyof Circumstances]?: boolean | undefined };

/** 노출: how somebody was near a case, at one place, up to a day. What nobody knows is left out. */
export class Exposure {
  readonly dateOfLastContact: LocalDate;
  readonly facts: ExposureFacts;

  private constructor(fields: ExposureFields) {
    const { dateOfFirstContact, dateOfLastContact, distanceMetres, minutes, masked, touched } = fields;
    const circumstances = EXPOSURE_CIRCUMSTANCES.flatMap((name) =>
      fields[name] === undefined ? [] : [[name, fields[name]]],
    );
    this.dateOfLastContact = dateOfLastContact;
    this.facts = Object.freeze({
      ...(dateOfFirstContact === undefined ? {} : { dateOfFirstContact: dateOfFirstContact.toString() }),
      dateOfLastContact: dateOfLastContact.toString(),
      placeId: fields.placeId,
      setting: fields.setting,
      ...(distanceMetres === undefined ? {} : { distanceMetres }),
      ...(minutes === undefined ? {} : { minutes }),
      ...(masked === undefined ? {} : { masked }),
      ...(touched === undefined ? {} : { touched }),
      ...(Object.fromEntries(circumstances) as Circumstances),
      ...(fields.attributes === undefined ? {} : { attributes: inOrder(fields.attributes) }),
    });
    Object.freeze(this);
  }

  /** @throws InvalidValue when the days are the wrong way round, the setting is unknown or a number is impossible */
  static of(fields: ExposureFields): Exposure {
    const { dateOfFirstContact, dateOfLastContact, distanceMetres, minutes, setting } = fields;
    if (dateOfFirstContact?.isAfter(dateOfLastContact)) throw new InvalidValue('period/ends-before-start');
    if (!SETTINGS.includes(setting)) throw new InvalidValue('exposure/setting-unknown');
    if (distanceMetres !== undefined && !(Number.isFinite(distanceMetres) && distanceMetres >= 0)) {
      throw new InvalidValue('exposure/distance-impossible');
    }
    if (minutes !== undefined && !(Number.isSafeInteger(minutes) && minutes >= 0)) {
      throw new InvalidValue('exposure/minutes-impossible');
    }
    if (!areCodes(fields.attributes ?? {})) throw new InvalidValue('exposure/attribute-malformed');
    return new Exposure(fields);
  }

  equals(other: Exposure): boolean {
    return this.says(other.facts);
  }

  /** Whether those facts are this exposure. */
  says(facts: ExposureFacts): boolean {
    const keys = new Set([...Object.keys(this.facts), ...Object.keys(facts)]) as Set<keyof ExposureFacts>;
    return [...keys].every((key) => JSON.stringify(this.facts[key]) === JSON.stringify(facts[key]));
  }
}

const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9.:/_-]{0,63}$/;

/** Names and codes, never words: nothing personal fits in. */
const areCodes = (attributes: ExposureAttributes): boolean =>
  Object.keys(attributes).length <= 20 &&
  Object.entries(attributes).every(
    ([name, value]) => NAME.test(name) && (typeof value !== 'string' || CODE.test(value)),
  );

const inOrder = (attributes: ExposureAttributes): ExposureAttributes =>
  Object.freeze(
    Object.fromEntries(Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
