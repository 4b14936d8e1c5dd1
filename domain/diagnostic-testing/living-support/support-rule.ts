import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { LocalDate } from '../../shared-kernel/local-date.ts';

/** Which protocol version an amount was taken from, and for isolation notices of which days it holds. */
export class SupportRule {
  readonly version: string;
  readonly noticesFrom: LocalDate;
  /** The last day; open while it is in force. */
  readonly noticesUntil: LocalDate | undefined;

  private constructor(version: string, noticesFrom: LocalDate, noticesUntil: LocalDate | undefined) {
    this.version = version;
    this.noticesFrom = noticesFrom;
    this.noticesUntil = noticesUntil;
    Object.freeze(this);
  }

  /** @throws InvalidValue `support-rule/malformed` */
  static of(version: string, noticesFrom: LocalDate, noticesUntil?: LocalDate): SupportRule {
    const backwards = noticesUntil?.isBefore(noticesFrom) ?? false;
    if (!/^[A-Za-z0-9@._/-]{1,100}$/.test(version) || backwards)
      throw new InvalidValue('support-rule/malformed');
    return new SupportRule(version, noticesFrom, noticesUntil);
  }

  /** The day of the isolation notice decides, not that of the claim or of the payment. */
  covers(dateOfIsolationNotice: LocalDate): boolean {
    const { noticesFrom, noticesUntil } = this;
    return (
      !dateOfIsolationNotice.isBefore(noticesFrom) &&
      !(noticesUntil?.isBefore(dateOfIsolationNotice) ?? false)
    );
  }

  equals(other: SupportRule): boolean {
    const text = (it: SupportRule) => [it.version, it.noticesFrom, it.noticesUntil].join();
    return text(this) === text(other);
  }
}
