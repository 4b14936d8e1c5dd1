import { InvalidValue } from './domain-error.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** An aggregate's identity: a lower-case UUID, branded so that one kind is never taken for another. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

const idOf =
  <Kind extends string>(kind: Kind) =>
  (text: string): Id<Kind> => {
    if (!UUID.test(text)) throw new InvalidValue('id/malformed', { kind });
    return text as Id<Kind>;
  };

export type PersonId = Id<'person'>;
export const personId = idOf('person');
export type CaseId = Id<'case'>;
export const caseId = idOf('case');
export type TestId = Id<'test'>;
export const testId = idOf('test');
export type IsolationId = Id<'isolation'>;
export const isolationId = idOf('isolation');
export type TaskId = Id<'task'>;
export const taskId = idOf('task');
export type ContactId = Id<'contact'>;
export const contactId = idOf('contact');
export type RouteId = Id<'route'>;
export const routeId = idOf('route');
export type InformationRequestId = Id<'information-request'>;
export const informationRequestId = idOf('information-request');
export type SurveyId = Id<'survey'>;
export const surveyId = idOf('survey');
export type ClinicId = Id<'clinic'>;
export const clinicId = idOf('clinic');
export type LivingSupportId = Id<'living-support'>;
export const livingSupportId = idOf('living-support');
export type SuppliesId = Id<'supplies'>;
export const suppliesId = idOf('supplies');
export type HouseholdId = Id<'household'>;
export const householdId = idOf('household');
export type ProtocolId = Id<'protocol'>;
export const protocolId = idOf('protocol');
/** A partner's message that was laid aside. */
export const messageId = idOf('message');
/** Of an account's name: see `staffAccountIdOf`. */
export type StaffAccountId = Id<'staff-account'>;
export const staffAccountId = idOf('staff-account');
export type WebhookSubscriptionId = Id<'webhook-subscription'>;
export const webhookSubscriptionId = idOf('webhook-subscription');
export type ExportId = Id<'export'>;
export const exportId = idOf('export');
export type SecretId = Id<'secret'>;
export const secretId = idOf('secret');
export type BulkRunId = Id<'bulk-run'>;
export const bulkRunId = idOf('bulk-run');
export type HandOverId = Id<'hand-over'>;
export const handOverId = idOf('hand-over');
