import type { EpidemiologicalInvestigationCode } from '../../domain/shared-kernel/error-codes/epidemiological-investigation.ts';
import { CONTACTS } from './epidemiological-investigation/contacts.ts';
import { LOOK_UPS } from './epidemiological-investigation/look-ups.ts';
import { ROUTES } from './epidemiological-investigation/routes.ts';
import type { Refusals } from './refusal.ts';

export const EPIDEMIOLOGICAL_INVESTIGATION: Refusals<EpidemiologicalInvestigationCode> = {
  ...CONTACTS,
  ...LOOK_UPS,
  ...ROUTES,
};
