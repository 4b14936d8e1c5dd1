import { z } from 'zod';
import type { LivingSupportStage } from '../../domain/diagnostic-testing/living-support/living-support.state.ts';
import type { SurveyState } from '../../domain/diagnostic-testing/survey/survey.state.ts';
import type { ClinicState } from '../../domain/diagnostic-testing/clinic/clinic.state.ts';
import type { LookUpKind } from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type { InformationRequestStage } from '../../domain/epidemiological-investigation/information-request/information-request.state.ts';
import { pageQuery } from '../contract/shapes.ts';
import { day, staff } from './basics.ts';
import { beforeMoment, districts, oneOfCode } from './filters.ts';
import { everyOf, several } from './several.ts';
import {
  ISOLATION_KINDS,
  ISOLATION_STAGES,
  SUPPLIES_STAGES,
  TEST_PURPOSES,
  TEST_RESULTS,
  TEST_STAGES,
} from './states.ts';

const ids = several(z.uuid());
/** What every list takes: pages in the order of time, from the newest on unless `sort` is the id alone. */
const listOf = <Id extends string>(id: Id) => ({
  ...pageQuery,
  sort: z.enum([`-${id}`, id]).default(`-${id}` as never),
  district: districts,
});

/** GET /isolations */
export const isolationsQuery = z.strictObject({
  ...listOf('isolationId'),
  stage: several(z.enum(ISOLATION_STAGES)),
  kind: several(z.enum(ISOLATION_KINDS)),
  officer: several(staff),
  caseId: ids,
  personId: ids,
  endsBefore: beforeMoment.optional(),
});

/** GET /supplies */
export const suppliesQuery = z.strictObject({
  ...listOf('suppliesId'),
  stage: several(z.enum(SUPPLIES_STAGES)),
  isolationId: ids,
  openedBefore: beforeMoment.optional(),
});

/** GET /tests */
export const testsQuery = z.strictObject({
  ...listOf('testId'),
  stage: several(z.enum(TEST_STAGES)),
  purpose: several(z.enum(TEST_PURPOSES)),
  result: several(z.enum(TEST_RESULTS)),
  caseId: ids,
  contactId: ids,
  orderedBefore: beforeMoment.optional(),
});

/** GET /surveys */
export const surveysQuery = z.strictObject({
  ...listOf('surveyId'),
  stage: everyOf<SurveyState['stage']>({ offered: true, answered: true, refused: true, expired: true }),
  questionnaire: oneOfCode,
  caseId: ids,
  answerByBefore: beforeMoment.optional(),
});

/** GET /living-support */
export const claimsQuery = z.strictObject({
  ...listOf('livingSupportId'),
  stage: everyOf<LivingSupportStage>({
    applied: true,
    'facts-missing': true,
    ineligible: true,
    'amount-unknown': true,
    'awaiting-approval': true,
    approved: true,
    'payment-failed': true,
    paid: true,
    rejected: true,
    reversed: true,
    recovered: true,
  }),
  isolationId: ids,
  appliedBefore: beforeMoment.optional(),
});

/** GET /look-ups */
export const lookUpsQuery = z.strictObject({
  ...listOf('informationRequestId'),
  stage: everyOf<InformationRequestStage>({
    requested: true,
    approved: true,
    rejected: true,
    submitted: true,
    resulted: true,
    closed: true,
  }),
  kind: everyOf<LookUpKind>({ entryLog: true, cardHistory: true }),
  requestedBy: several(staff),
  caseId: ids,
  destroyByBefore: day.optional(),
});

/** GET /clinics */
export const clinicsQuery = z.strictObject({
  ...listOf('clinicId'),
  stage: everyOf<ClinicState['stage']>({ closed: true, open: true, 'closed-for-good': true }),
  placeCode: oneOfCode,
});
