import { InvalidValue } from '../../shared-kernel/domain-error.ts';

/** 위험도: what the protocol makes of a contact. */
export const CONTACT_GRADES = ['close', 'casual', 'none'] as const;
export type ContactGrade = (typeof CONTACT_GRADES)[number];

/** One condition of the contact definition with the fact that met or failed it, as codes. */
export type ContactCondition = Readonly<{ criterion: string; met: boolean; fact: string }>;

export type ContactVerdictFields = Readonly<{
  grade: ContactGrade;
  protocolVersion: string;
  conditions: readonly ContactCondition[];
}>;

const CODE = /^[A-Za-z0-9][A-Za-z0-9.:/_-]{0,79}$/;

/** What a version of the protocol's contact definition says about one contact, and why. */
export class ContactVerdict {
  readonly grade: ContactGrade;
  readonly protocolVersion: string;
  readonly conditions: readonly ContactCondition[];

  private constructor({ grade, protocolVersion, conditions }: ContactVerdictFields) {
    this.grade = grade;
    this.protocolVersion = protocolVersion;
    this.conditions = Object.freeze(
      conditions.map(({ criterion, met, fact }) => Object.freeze({ criterion, met, fact })),
    );
    Object.freeze(this);
  }

  /** @throws InvalidValue `contact/grade-unknown`, or `contact/condition-malformed` for anything but codes */
  static of(fields: ContactVerdictFields): ContactVerdict {
    if (!CONTACT_GRADES.includes(fields.grade)) throw new InvalidValue('contact/grade-unknown');
    const codes = fields.conditions.flatMap(({ criterion, fact }) => [criterion, fact]);
    if (![fields.protocolVersion, ...codes].every((code) => CODE.test(code))) {
      throw new InvalidValue('contact/condition-malformed');
    }
    return new ContactVerdict(fields);
  }

  /** Whether this verdict says the same for the same reasons. */
  equals(other: ContactVerdictFields): boolean {
    return (
      this.grade === other.grade &&
      this.protocolVersion === other.protocolVersion &&
      this.conditions.length === other.conditions.length &&
      this.conditions.every(({ criterion, met, fact }, index) => {
        const theirs = other.conditions[index];
        return theirs?.criterion === criterion && theirs.met === met && theirs.fact === fact;
      })
    );
  }
}
