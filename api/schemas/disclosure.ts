import { z } from 'zod';
import { district } from './basics.ts';
import { said } from './said.ts';

/** It was asked for with each list once; forgotten, it published the place. */
const allContactsFoundAt = z
  .never(
    said(
      '먼저 동선에 등록하세요: POST /routes/{id}/contacts-found. 모든 목록에 적용됩니다.',
      'POST /routes/{id}/contacts-found declares it once for every list',
    ),
  )
  .optional();

/** GET /routes/{id}/disclosure */
export const routeDisclosureQuery = z.strictObject({ allContactsFoundAt });
/** GET /disclosure */
export const disclosureQuery = z.strictObject({ district, allContactsFoundAt });
