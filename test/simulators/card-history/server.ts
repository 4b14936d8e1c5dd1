import { dayBefore } from '../kit/day-before.ts';
import { lookUpProvider } from '../kit/look-up-provider.ts';

/** The dinner was paid by card, and so was a coffee. */
lookUpProvider('card-history', ({ from, to }) => [
  { merchant: 'restaurant-7', district: '11110', approvedAt: `${dayBefore(to, from)}T19:55:00+09:00` },
  { merchant: 'cafe-3', district: '11110', approvedAt: `${from}T15:10:00+09:00` },
]);
