import { createHash } from 'node:crypto';
import { dayBefore } from '../kit/day-before.ts';
import { lookUpProvider, type Made, type MadeAt } from '../kit/look-up-provider.ts';

/** A dinner on the day before the last, and a library on the first. */
const whereTheyWere: Made = ({ from, to }) => {
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
};

/** One person for the whole time, one for its first half, and one who came when it was over but for a moment. */
const whoWasThere: MadeAt = (place, { from, to }) => {
  const [begin, end] = [Date.parse(from), Date.parse(to)];
  const inSeoul = (moment: number) =>
    new Date(moment + 9 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+09:00');
  const hash = (number: number, of: string) =>
    createHash('sha256').update(`${place} ${number}${of}`).digest();
  const digits = (number: number) => String(hash(number, '').readUInt32BE() % 100_000_000).padStart(8, '0');
  const visitor = (number: number, name: string, came: number, went: number) => ({
    entry: `entry-${hash(number, ' entry').toString('hex', 0, 8)}`, // says nothing of who it was
    name,
    phone: `010${digits(number)}`,
    from: inSeoul(came),
    to: inSeoul(went),
  });
  return [
    visitor(1, '출입일', begin, end),
    visitor(2, '출입이', begin, begin + (end - begin) / 2),
    visitor(3, '출입삼', end, end + 3_600_000),
  ];
};

lookUpProvider('entry-log', whereTheyWere, whoWasThere);
