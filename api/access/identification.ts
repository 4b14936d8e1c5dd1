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

/** What identifies somebody, whole or masked, and what does not. Of somebody who was erased nothing is left. */
export function identityShown(person: PersonIdentified | undefined, isWhole: boolean) {
  const { values, age } = person ?? {};
  if (values === undefined) return { name: null, sex: null, dateOfBirth: null, age: null, phone: null };
  const { name, sex, birthDate, phone } = values;
  return {
    name: isWhole ? name : maskedName(name),
    sex,
    dateOfBirth: isWhole ? birthDate : maskedBirth(birthDate),
    age: age ?? null,
    phone: isWhole ? phone : maskedPhone(phone),
  };
}

/** Those of these that identify somebody: what a list of them shows is on record for each person. */
export const IDENTIFYING: ReadonlySet<string> = new Set(['name', 'dateOfBirth', 'phone']);
