import { dayBefore } from '../kit/day-before.ts';
import { lookUpProvider } from '../kit/look-up-provider.ts';

/** A dinner on the day before the last, and a library on the first. */
lookUpProvider('entry-log', ({ from, to }) => {
  const dinner = dayBefore(to, from);
  return [
    {
      place: 'restaurant-7',
      district: '11110',
      from: `${dinner}T18:30:00+09:00`,
      to: `${dinner}T20:00:00+09:00`,
    },
    { place: 'library-2', district: '11140', from: `${from}T10:00:00+09:00`, to: `${from}T12:30:00+09:00` },
  ];
});
