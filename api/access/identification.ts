import type { Request } from 'express';
import type { PersonIdentified } from '../../activities/patient-management/identify-people.ts';
import { refuse } from '../api-problems.ts';
import { maskedBirth, maskedName, maskedPhone } from './pseudonym.ts';
import { reasonOf } from './reasons.ts';
import { mayEver, mayIn, type Staff } from './staff.ts';

type Asking = Readonly<{ staff: Staff; request: Request }>;

/**
 * In which districts whoever asks for a page of people is told who they are. Somebody who may identify people says why:
 * the page is no worklist of theirs.
 * @throws Refusal `access/reason-missing`, `access/reason-unknown`
 */
export function identifiesIn({ staff, request }: Asking): (district: string) => boolean {
  const reason = reasonOf(request);
  if (reason === undefined && mayEver(staff, 'person:identify')) throw refuse('access/reason-missing');
  return (district) => mayIn(staff, 'person:identify', district);
}

/** What identifies somebody, whole or masked, and what does not. Of somebody who was erased nothing is left, and null is what nobody has told. */
export function identityShown(person: PersonIdentified | undefined, isWhole: boolean) {
  const { values, age } = person ?? {};
  if (values === undefined)
    return { name: null, sex: null, dateOfBirth: null, age: null, ageGroup: null, phone: null };
  const { name, sex, birthDate, ageGroup, phone } = values;
  const shown = (value: string | undefined, masked: (value: string) => string): string | null =>
    value === undefined ? null : isWhole ? value : masked(value);
  return {
    name: shown(name, maskedName),
    sex,
    dateOfBirth: shown(birthDate, maskedBirth),
    age: age ?? null,
    /** Where no birth date is known. */
    ageGroup: ageGroup ?? null,
    phone: shown(phone, maskedPhone),
  };
}

/** The same, of these columns alone. */
export const identityIn = (
  columns: readonly string[],
  person: PersonIdentified | undefined,
  isWhole: boolean,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(identityShown(person, isWhole)).filter(([name]) => columns.includes(name)),
  );

/** Those of these that identify somebody: what a list of them shows is on record for each person. */
export const IDENTIFYING: ReadonlySet<string> = new Set(['name', 'dateOfBirth', 'phone']);
