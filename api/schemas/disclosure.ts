import { z } from 'zod';
import { district } from './basics.ts';

/** It was asked for with each list once; forgotten, it published the place. */
const allContactsFoundAt = z
  .never('POST /routes/{id}/contacts-found declares it once for every list · 먼저 동선에 등록하세요')
  .optional();

/** GET /routes/{id}/disclosure */
export const routeDisclosureQuery = z.strictObject({ allContactsFoundAt });
/** GET /disclosure */
export const disclosureQuery = z.strictObject({ district, allContactsFoundAt });
