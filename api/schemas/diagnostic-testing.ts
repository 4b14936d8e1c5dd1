import { z } from 'zod';
import type { StaffRole } from '../../domain/diagnostic-testing/clinic/shift.ts';
import type {
  AmountReason,
  ReversalReason,
} from '../../domain/diagnostic-testing/living-support/living-support.commands.ts';
import type {
  CorrectionReason,
  SpecimenRejection,
  TestCancellation,
} from '../../domain/diagnostic-testing/test/test.commands.ts';
import { code, day, district, moment, staff, won } from './basics.ts';
import { said } from './said.ts';
import { TEST_RESULTS } from './states.ts';

const people = z.number().int().min(1).max(50);
export const claimBody = z.strictObject({
  isolationId: z.uuid(),
  householdSize: people.optional(),
  paidLeave: z.boolean().optional(),
});
/** What nobody else knows: paid leave, income, by the names of the protocol's facts. */
export const claimFactsBody = z.strictObject({
  facts: z.record(z.string().max(64), z.union([z.boolean(), z.number()])),
  householdSize: people.optional(),
});
export const amountBody = z.strictObject({
  amountWon: won,
  reason: z.enum([
    'notStatedInProtocol',
    'protocolMisapplied',
    'householdChanged',
    'daysChanged',
  ] as const satisfies readonly AmountReason[]),
});
/** A violation reverses by its policy; a rejection has a route of its own. */
export const reversalBody = z.strictObject({
  reason: z.enum(['paidTwice', 'wrongAmount'] as const satisfies readonly ReversalReason[]),
  amountDueWon: won.optional(),
});
export const recoveryBody = z.strictObject({ amountWon: won, reference: z.string().min(1).max(64) });

const count = z.number().int().min(0).max(1_000_000);
const time = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/, said('하루 중 시각 HH:MM', 'a time of day, HH:MM'));
const hours = z.strictObject({ from: time, to: time });
export const clinicBody = z.strictObject({ district, placeCode: code });
export const facilityBody = z.strictObject({
  openingHours: z.partialRecord(
    z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
    hours,
  ),
  booths: count,
  capacityPerBoothHour: count,
  kitsInStock: count,
});
/** `slip`: the number of the delivery note; one slip counts once. */
export const kitsBody = z.strictObject({ slip: z.string().min(1).max(64), kits: count });
export const shiftsBody = z.strictObject({
  date: day,
  shifts: z
    .array(
      z.strictObject({
        staffId: staff,
        role: z.enum(['tester', 'nurse', 'doctor', 'registrar'] as const satisfies readonly StaffRole[]),
        from: moment,
        to: moment,
      }),
    )
    .max(200),
  keepDays: z.number().int().min(0).max(400).default(28),
});
export const absenceBody = z.strictObject({ staffId: staff, from: moment });
export const coverBody = z.strictObject({ staffId: staff, from: moment, coveredBy: staff });
export const throughputBody = z.strictObject({ from: moment, tested: count });
/** The day whose hours, cover and capacity are told: today, unless said otherwise. */
export const clinicDayQuery = z.strictObject({
  date: day.optional(),
  alarmShare: z.coerce.number().gt(0).max(1).optional(),
  kitsPerDay: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

export const collectionBody = z.strictObject({
  collectedAt: moment,
  specimenId: z.string().min(1).max(64).optional(),
  specimenType: code.optional(),
});
export const receptionBody = z.strictObject({ receivedAt: moment, laboratory: code.optional() });
export const specimenRejectionBody = z.strictObject({
  reason: z.enum([
    'leaking',
    'insufficient',
    'mislabelled',
    'contaminated',
    'tooLate',
    'tooWarm',
    'lost',
  ] as const satisfies readonly SpecimenRejection[]),
});
export const correctionBody = z.strictObject({
  result: z.enum(TEST_RESULTS),
  reason: z.enum([
    'transcriptionError',
    'specimenSwapped',
    'contamination',
    'reanalysed',
    'wrongPerson',
  ] as const satisfies readonly CorrectionReason[]),
  cycleThreshold: z.number().min(0).max(100).optional(),
});
export const testCancellationBody = z.strictObject({
  reason: z.enum([
    'orderedByMistake',
    'orderedTwice',
    'caseClosed',
    'personRefused',
  ] as const satisfies readonly TestCancellation[]),
});
