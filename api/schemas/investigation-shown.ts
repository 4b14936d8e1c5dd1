import { z } from 'zod';
import { open, shownMoment } from '../contract/shapes.ts';
import { district } from './basics.ts';

/** Who was at a venue while the case was: raw records, on their way only. */
export const visitorsShown = open({
  informationRequestId: z.uuid(),
  version: z.int().min(1),
  stage: z.string(),
  placeId: z.string(),
  items: z.array(
    open({
      /** What the provider calls it. */
      entry: z.string(),
      name: z.string(),
      phone: z.string(),
      /** For as long as both were there. */
      from: shownMoment,
      to: shownMoment,
      minutes: z.int().min(0),
    }),
  ),
}).meta({ id: 'Visitors' });

const disclosedPlace = open({
  district,
  placeId: z.string(),
  from: shownMoment,
  to: shownMoment,
  /** The last day on which it is shown. */
  shownUntil: z.iso.date(),
}).meta({ id: 'DisclosedPlace' });

/** Of cases of this disease nothing is shown: no rule that governs them says what. */
const disclosedByNoRule = open({
  disease: z.string(),
  /** The first version that has such a rule; null where none is published. */
  statedBy: z.string().nullable(),
  /** What to do, in words. */
  todo: z.string(),
}).meta({ id: 'DisclosedByNoRule' });

const whatIsDisclosed = { places: z.array(disclosedPlace), withoutRule: z.array(disclosedByNoRule) };

export const routeDisclosed = open({
  routeId: z.uuid(),
  /** Whose rule says what is shown, and for how long; null where none does. */
  protocolVersion: z.string().nullable(),
  ...whatIsDisclosed,
}).meta({ id: 'RouteDisclosed' });

export const districtDisclosed = open({ district, ...whatIsDisclosed }).meta({ id: 'DistrictDisclosed' });
