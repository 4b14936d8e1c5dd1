import type { RetentionDays } from '../domain/bulk-work/retention.ts';
import type { PriceList } from '../domain/isolation-management/supplies/terms.ts';
import type { BulkCommands } from './ports/bulk-commands.ts';
import type { AccessRecords } from './ports/access-records.ts';
import type { ChangeFeed } from './ports/change-feed.ts';
import type { Clock } from './ports/clock.ts';
import type { ConfirmedCaseRegistry } from './ports/confirmed-case-registry.ts';
import type { Deliveries } from './ports/deliveries.ts';
import type { EffectLog } from './ports/effect-log.ts';
import type { ExportLog } from './ports/export-log.ts';
import type { Identities } from './ports/identities.ts';
import type { ImportMaps } from './ports/import-maps.ts';
import type { ImportRows } from './ports/import-rows.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Laboratory } from './ports/laboratory.ts';
import type { LivingSupportPayments } from './ports/living-support-payments.ts';
import type { CardHistory, EntryLog } from './ports/look-up-providers.ts';
import type { Lookups } from './ports/lookups.ts';
import type { OpenCases } from './ports/open-cases.ts';
import type { Payments } from './ports/payments.ts';
import type { Protocols } from './ports/protocols.ts';
import type { Repositories } from './ports/repositories.ts';
import type { SavedFilters } from './ports/saved-filters.ts';
import type { Subscribers } from './ports/subscribers.ts';
import type { SurveyForms } from './ports/survey-forms.ts';
import type { WebhookDeliveries } from './ports/webhook-deliveries.ts';
import type { WebhookReceivers } from './ports/webhook-receivers.ts';
import type { WebhookSecrets } from './ports/webhook-secrets.ts';
import type { TextMessages } from './ports/text-messages.ts';
import type { WatchCalendar } from './ports/watch-calendar.ts';

/** Everything a use case may need; each names what it uses. */
export type Uses = Repositories &
  Readonly<{
    clock: Clock;
    lookups: Lookups;
    identities: Identities;
    effects: EffectLog;
    inbox: Inbox;
    changeFeed: ChangeFeed;
    exportLog: ExportLog;
    webhookDeliveries: WebhookDeliveries;
    webhookSecrets: WebhookSecrets;
    webhookReceivers: WebhookReceivers;
    subscribers: Subscribers;
    accessRecords: AccessRecords;
    /** Development only: receivers of events may be on this machine. */
    privateReceivers: boolean;
    importMaps: ImportMaps;
    bulkCommands: BulkCommands;
    importRows: ImportRows;
    laboratory: Laboratory;
    texts: TextMessages;
    registry: ConfirmedCaseRegistry;
    payments: Payments;
    deliveries: Deliveries;
    entryLog: EntryLog;
    cardHistory: CardHistory;
    livingSupportPayments: LivingSupportPayments;
    surveyForms: SurveyForms;
    protocols: Protocols;
    openCases: OpenCases;
    savedFilters: SavedFilters;
    watchCalendar: WatchCalendar;
    /** Whose protocols decide: a country's code. */
    jurisdiction: string;
    /** The day whose rules decide, whatever day it is: for exercises. Unset, the rules in force decide. */
    protocolAsOf?: string | undefined;
    /** What supplies cost: won for one piece, by item code. What has no price is not ordered by itself. */
    supplyPrices: PriceList;
    /** Below this age (years) a person has a guardian. */
    minorUnderAge: number;
    /** For how many days values are kept, where it is not the project's default. */
    retentionDays?: RetentionDays;
    /** How much one case's route may hold. */
    maximumVisitsPerRoute: number;
    /** A new time-ordered UUID. */
    newId: () => string;
  }>;

/** A moment in a case's process; `at` is the process's time. */
export type Moment = Readonly<{ caseId: string; at: string }>;

/** A step that must not be taken twice: its id is built from the case, the step and its sequence. */
export type Step = Moment & Readonly<{ commandId: string }>;

/** The same for the process of an isolation, a contact, a look-up, …: `id` is its aggregate's. */
export type SubjectMoment = Readonly<{ id: string; at: string }>;
export type SubjectStep = SubjectMoment & Readonly<{ commandId: string }>;

/** A command from a person or a machine, as the API hands it over. */
export type Request = Readonly<{
  commandId: string;
  fingerprint: string;
  by: string;
  expectedVersion?: number;
}>;

/** The actor of what a process does by itself. */
export const PROCESS = 'process:case';
