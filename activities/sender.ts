import { DomainError } from '../domain/shared-kernel/domain-error.ts';
import { PhoneNumber } from '../domain/shared-kernel/phone-number.ts';

/** The telephone that a text came from (E.164), as people's are looked up; nobody's where it is no person's number. */
export function telephoneOf(from: string): string {
  try {
    return PhoneNumber.of(from).e164;
  } catch (error) {
    if (error instanceof DomainError) return '';
    throw error;
  }
}
