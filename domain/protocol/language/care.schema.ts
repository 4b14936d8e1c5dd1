import { z } from '../../shared-kernel/schema.ts';
import { count, days, evidence, hours, name, ruleHead, won, words } from './basics.ts';
import { condition } from './condition.schema.ts';
import { daySpan } from './day-count.schema.ts';
import { TEST_TYPES } from './release.schema.ts';

/** What a contact may be watched under. */
const WATCHED = ['quarantine', 'activeSurveillance', 'passiveSurveillance'] as const;
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM');

/** 모니터링: who is asked how often and how, the first tier that fits. */
export const monitoring = z.strictObject({
  ...ruleHead,
  tiers: z
    .array(
      z.strictObject({
        id: name,
        title: words.optional(),
        of: z.enum(['case', 'contact']),
        /** Of contacts only: those under these measures. Without it those in quarantine and under active surveillance. */
        under: z.array(z.enum(WATCHED)).min(1).max(WATCHED.length).optional(),
        appliesIf: condition.optional(),
        /** 0: the person watches themself. */
        checksPerDay: z.number().int().min(0).max(24),
        times: z.array(clockTime).max(24).optional(),
        channel: z.enum(['app', 'telephone', 'sms', 'visit', 'none']),
        forDays: days.optional(),
        evidence: evidence.optional(),
      }),
    )
    .min(1)
    .max(20)
    .refine((tiers) => tiers.every((tier) => tier.of === 'contact' || tier.under === undefined), {
      message: 'only contacts are under a measure',
    }),
});

const notice = z.strictObject({
  id: name,
  channel: z.enum(['sms', 'paper', 'telephone', 'throughCase', 'app']),
  paperOnRequest: z.boolean().optional(),
  guardianBelowAge: z.number().int().min(0).max(30).optional(),
  onRefusal: z.enum(['telephone', 'visit']).optional(),
  withinHours: hours.optional(),
  evidence: evidence.optional(),
});
/** 통지: isolation, release, survey and household notices; which certificates are issued. */
export const notices = z.strictObject({
  ...ruleHead,
  notices: z.array(notice).min(1).max(20),
  releaseCertificate: z.boolean().optional(),
});

/** 위반: what a violation of isolation may cost. */
export const sanctions = z.strictObject({
  ...ruleHead,
  sanctions: z
    .array(
      z.strictObject({
        violation: name,
        maximumFineWon: won.optional(),
        maximumImprisonmentMonths: z.number().int().min(0).max(600).optional(),
        endsLivingSupport: z.boolean(),
        evidence: evidence.optional(),
      }),
    )
    .min(1)
    .max(20),
});

/** 구호물품 */
export const supplies = z.strictObject({
  ...ruleHead,
  budgetWonPerPerson: won,
  items: z
    .array(z.strictObject({ code: name, quantity: count, of: z.enum(['food', 'hygiene']).optional() }))
    .max(50),
  cashInsteadOfGoods: z.boolean(),
});

const byHouseholdSize = z.strictObject({ size: count, orMore: z.boolean().optional(), won });
const supportPeriod = z.strictObject({
  /** By the date of the isolation notice. The last period may be open. */
  noticeFrom: z.iso.date(),
  noticeUntil: z.iso.date().optional(),
  appliesIf: condition.optional(),
  /** The household's size, or only the people who were isolated. */
  counts: z.enum(['household', 'isolatedPeople']),
  amounts: z.array(byHouseholdSize).min(1).max(20),
  /** A size without an amount goes to a person: it is never zero. */
  maximumDays: days.optional(),
  wonPerDay: won.optional(),
  paidLeaveCapWonPerDay: won.optional(),
  evidence: evidence.optional(),
});
/** 생활지원비, by the date of the isolation notice. */
export const livingSupport = z.strictObject({
  ...ruleHead,
  refusedIf: condition.optional(),
  periods: z.array(supportPeriod).min(1).max(50),
});

/** 신고: within how many hours a case is told to the registry. `0`: at once, by telephone. */
export const reporting = z.strictObject({
  ...ruleHead,
  diseaseClass: z.enum(['1', '2', '3', '4']),
  deadlineHours: z.number().min(0).max(9_600),
  channel: z.enum(['telephone', 'registry']),
  /** While the registry is down. */
  outageChannels: z
    .array(z.enum(['telephone', 'fax', 'paper']))
    .max(3)
    .optional(),
});

/** 확진 기준: which positive tests confirm an infection. */
export const confirmation = z.strictObject({
  ...ruleHead,
  confirmedBy: z
    .array(
      z.strictObject({
        testType: z.enum(TEST_TYPES),
        /** Only where a clinic takes it. */
        atClinicOnly: z.boolean().optional(),
        evidence: evidence.optional(),
      }),
    )
    .min(1)
    .max(10),
});

const lookUp = z.strictObject({
  kind: z.enum(['entryLog', 'cardHistory', 'location']),
  legalBasis: z.string().min(1).max(200),
  approvalBy: z.array(name).max(5),
  /** Days after which raw records are destroyed; without it when their purpose is met. */
  destroyAfterDays: days.optional(),
  notifyPersonWithinDays: days.optional(),
  evidence: evidence.optional(),
});
/** 조회: look-ups, their legal basis, and when raw records go. */
export const lookUps = z.strictObject({ ...ruleHead, lookUps: z.array(lookUp).min(1).max(10) });

/** 동선 공개 */
export const routeDisclosure = z.strictObject({
  ...ruleHead,
  form: z.enum(['placesOnly', 'perPerson']),
  neverDisclosed: z.array(name).max(20),
  window: z.strictObject({ symptomatic: daySpan, asymptomatic: daySpan }),
  shownForDays: days,
  omittedWhenAllContactsFound: z.boolean(),
});

/** 유행 종료: days after the last case tested negative. */
export const outbreakEnd = z.strictObject({ ...ruleHead, daysAfterLastNegative: days });
