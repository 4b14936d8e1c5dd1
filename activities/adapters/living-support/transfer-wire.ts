import type { PaymentFailure } from '../../../domain/diagnostic-testing/living-support/living-support.commands.ts';

const FAILURES: Readonly<Record<string, PaymentFailure>> = {
  ACCOUNT_UNKNOWN: 'accountUnknown',
  ACCOUNT_CLOSED: 'accountClosed',
  HOLDER_DIFFERS: 'holderDiffers',
  LIMIT_EXCEEDED: 'limitExceeded',
};

/** Whatever reason we do not know, no money has gone. */
export const failureOf = (code: string | undefined): PaymentFailure =>
  code !== undefined && Object.hasOwn(FAILURES, code) ? (FAILURES[code] ?? 'systemRefused') : 'systemRefused';
