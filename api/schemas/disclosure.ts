import { z } from 'zod';
import { district } from './basics.ts';

const place = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'the code of a place: letters, digits and hyphens');
const several = z.preprocess(
  (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
  z.array(place).max(200),
);

/** GET /routes/{id}/disclosure */
export const routeDisclosureQuery = z.strictObject({ allContactsFoundAt: several });
/** GET /disclosure */
export const disclosureQuery = z.strictObject({ district, allContactsFoundAt: several });
