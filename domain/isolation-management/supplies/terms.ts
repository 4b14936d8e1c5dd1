import { Instant } from '../../shared-kernel/instant.ts';
import { PricedEssentials, type PricedItem } from './priced-essentials.ts';
import { Money } from '../../shared-kernel/money.ts';
import type { SuppliesState } from './supplies.state.ts';

/** How long a person has to say what is missing before staff call. Project default. */
const ANSWER_WITHIN_HOURS = 24;
/** How long nothing may be heard of a parcel before the delivery system is asked. Project default. */
const ASK_FOR_PARCEL_EVERY_HOURS = 24;
/** A parcel of which nobody has confirmed anything for so long counts as never confirmed. Project default. */
const CONFIRMED_WITHIN_HOURS = 96;
/** How many orders the office places by itself; after that a person decides. Project default. */
const ATTEMPTS_BY_ITSELF = 3;

/** Won for one piece, by item code. */
export type PriceList = Readonly<Record<string, number>>;

/** Until when the person's own word is waited for. */
export const answerBy = ({ openedAt }: SuppliesState): Instant =>
  Instant.of(openedAt).plusHours(ANSWER_WITHIN_HOURS);

/** When the delivery system is asked next, and from when the parcel counts as never confirmed. */
export function parcelTimes(
  shippedAt: string,
  now: Instant,
): Readonly<{ askAt: Instant; givenUpAt: Instant }> {
  const shipped = Instant.of(shippedAt);
  let askAt = shipped.plusHours(ASK_FOR_PARCEL_EVERY_HOURS);
  while (!askAt.isAfter(now)) askAt = askAt.plusHours(ASK_FOR_PARCEL_EVERY_HOURS);
  return { askAt, givenUpAt: shipped.plusHours(CONFIRMED_WITHIN_HOURS) };
}

/** What is missing, has a price and is to be had, in the order of its codes, as far as the budget goes. */
export function affordable(state: SuppliesState, prices: PriceList): PricedEssentials | undefined {
  const soldOut = new Set(state.attempts.flatMap(({ soldOut: codes }) => codes ?? []));
  const items: PricedItem[] = [];
  let leftWon = state.budgetWon;
  for (const { code, quantity } of state.missing) {
    const won = Object.hasOwn(prices, code) ? prices[code] : undefined;
    if (won === undefined || soldOut.has(code)) continue;
    const pieces = won === 0 ? quantity : Math.min(quantity, Math.floor(leftWon / won));
    if (pieces === 0) continue;
    leftWon -= pieces * won;
    items.push({ code, quantity: pieces, unitPrice: Money.ofWon(won) });
  }
  return items.length === 0 ? undefined : PricedEssentials.of(items);
}

/**
 * After an order that came to nothing. What another parcel or another choice of items mends is ordered again, a few
 * times, while there is something to order; a payer's or an address's fault only a person can mend.
 */
export function afterFailure(state: SuppliesState, prices: PriceList): 'order-again' | 'ask-staff' {
  const because = state.attempts.at(-1)?.deadBecause;
  const mends = because === 'out-of-stock' || because === 'parcel-lost' || because === 'never-confirmed';
  const mayAgain = mends && state.attempts.length < ATTEMPTS_BY_ITSELF;
  return mayAgain && affordable(state, prices) !== undefined ? 'order-again' : 'ask-staff';
}
