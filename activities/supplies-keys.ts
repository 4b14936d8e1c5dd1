import type { Uses } from './uses.ts';

/** Keys of effects on supplies that reconciliation reads beside the steps that make them. */
export const keyOfParcel = (id: string, attempt: number): string => `supplies:${id}:parcel:${attempt}`;
export const keyOfCallOff = (id: string, attempt: number): string => `supplies:${id}:call-off:${attempt}`;

/** A part that is still owed after so many refunds has a key of its own. */
export const refundPart = (refunds: number): string => (refunds === 0 ? '' : `-${refunds + 1}`);
export const keyOfRefund = (id: string, attempt: number, refunds: number): string =>
  `supplies:${id}:refund:${attempt}${refundPart(refunds)}`;

/** The attempt whose order is called off, or whose money comes back, by that key; nothing for any other key. */
export function attemptIn(key: string, step: 'call-off' | 'refund'): number | undefined {
  const [kind, , what, attempt] = key.split(':');
  return kind === 'supplies' && what === step ? Number.parseInt(attempt ?? '', 10) : undefined;
}

/** An order is called off by a key of its own, and its parcel shows it. Answers the order. */
export async function findCallOff(
  { deliveries }: Pick<Uses, 'deliveries'>,
  id: string,
  attempt: number,
): Promise<string | undefined> {
  const parcel = await deliveries.findParcelByKey(keyOfParcel(id, attempt));
  return parcel?.isCalledOff === true ? parcel.orderReference : undefined;
}
