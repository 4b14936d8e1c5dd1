import { z } from 'zod';
import type { SurveyChannel, SurveyRefusal } from '../../domain/diagnostic-testing/survey/survey.commands.ts';
import type {
  ConsultationPurpose,
  LookUpKind,
  NotificationChannel,
  RefusalReason,
} from '../../domain/epidemiological-investigation/information-request/information-request.commands.ts';
import type {
  RejectionReason,
  ReopeningReason,
} from '../../domain/epidemiological-investigation/route/route.commands.ts';
import type { EvidenceSource } from '../../domain/epidemiological-investigation/route/evidence.ts';
import { approverRole, day, district, moment } from './basics.ts';

/** Without a legal basis that of the protocol in force is taken. */
export const lookUpBody = z.strictObject({
  kind: z.enum(['entryLog', 'cardHistory'] as const satisfies readonly LookUpKind[]),
  legalBasis: z.string().min(1).max(64).optional(),
  periodFrom: day,
  periodTo: day,
  requestedBy: z.string().min(1).max(64).optional(),
});
/** Of a visit: place and times are its own. */
export const venueLookUpBody = lookUpBody.pick({ legalBasis: true, requestedBy: true });
/** Without a role, the only office that the approver holds. */
export const approvalBody = z.strictObject({ role: approverRole.optional() });
export const lookUpRefusalBody = z.strictObject({
  reason: z.enum([
    'not-necessary',
    'no-legal-basis',
    'period-too-long',
    'entered-by-mistake',
  ] as const satisfies readonly RefusalReason[]),
});
export const lookUpWithdrawalBody = z.strictObject({
  reason: z.enum(['not-necessary', 'entered-by-mistake'] as const satisfies readonly RefusalReason[]),
});
export const consultationBody = z.strictObject({
  purpose: z.enum(['route', 'contacts', 'audit'] as const satisfies readonly ConsultationPurpose[]),
});
export const personNoticeBody = z.strictObject({
  channel: z.enum(['sms', 'letter', 'telephone'] as const satisfies readonly NotificationChannel[]),
});

export const visitBody = z.strictObject({
  source: z.enum([
    'interview',
    'entryLog',
    'card',
    'gps',
    'cctv',
    'staff',
  ] as const satisfies readonly EvidenceSource[]),
  placeId: z.string().min(1).max(64),
  district,
  from: moment,
  to: moment,
});
/** At which place of the route all contacts are found, or are not after all. */
export const contactsFoundBody = z.strictObject({ placeId: z.string().min(1).max(64) });
export const visitTimesBody = z.strictObject({ from: moment, to: moment });
export const visitRejectionBody = z.strictObject({
  reason: z.enum([
    'elsewhere',
    'another-person',
    'wrong-place',
    'entered-by-mistake',
  ] as const satisfies readonly RejectionReason[]),
});
export const reopeningBody = z.strictObject({
  reason: z.enum([
    'new-evidence',
    'error-found',
    'contacts-missing',
  ] as const satisfies readonly ReopeningReason[]),
});

/** Answers by question: yes or no, a number, a code or a day; never free text. */
export const answersBody = z.strictObject({
  answers: z.record(z.string().max(64), z.union([z.boolean(), z.number(), z.string().max(64)])),
  channel: z.enum(['smsLink', 'telephone', 'inPerson'] as const satisfies readonly SurveyChannel[]),
});
export const surveyRefusalBody = z.strictObject({
  reason: z.enum(['declined', 'unable', 'language'] as const satisfies readonly SurveyRefusal[]),
});
