import { InvalidValue } from '../../shared-kernel/domain-error.ts';

const LONGEST = 500;
const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?(\/|$)/;
const HTTPS = /^https:\/\/([a-z0-9-]+\.)+[a-z0-9-]*[a-z][a-z0-9-]*(:\d{1,5})?(\/[!-~]*)?$/i;

/** Where another system takes messages: by https under a name, or in development on the machine itself. */
export class ReceiverAddress {
  readonly url: string;

  private constructor(url: string) {
    this.url = url;
    Object.freeze(this);
  }

  /**
   * No account, no query, no fragment: whatever is secret has no place in an address.
   * @throws InvalidValue `webhook-subscription/url-not-allowed`
   */
  static of(url: string, allowed: Readonly<{ loopback: boolean }>): ReceiverAddress {
    const isNamed = HTTPS.test(url) || (allowed.loopback && LOOPBACK.test(url));
    if (!isNamed || url.length > LONGEST || /[@?#\\\s]/.test(url))
      throw new InvalidValue('webhook-subscription/url-not-allowed');
    return new ReceiverAddress(url);
  }

  equals(other: ReceiverAddress): boolean {
    return this.url === other.url;
  }
}
