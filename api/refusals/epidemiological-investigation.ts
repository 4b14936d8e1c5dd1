import type { EpidemiologicalInvestigationCode } from '../../domain/shared-kernel/error-codes/epidemiological-investigation.ts';
import type { Refusals } from './refusal.ts';

export const EPIDEMIOLOGICAL_INVESTIGATION: Refusals<EpidemiologicalInvestigationCode> = {};
