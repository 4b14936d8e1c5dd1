import { EXCHANGE_HOLDINGS } from './exchange-holdings.ts';
import type { ExpiringClass, RecordClass } from './retention.ts';

type Class = RecordClass | ExpiringClass | 'look-up-record';
/** What becomes of what a column may tell of a person. */
export type Holding =
  | Readonly<{ destroyedBy: Class | readonly Class[] }>
  /** Gone by itself before any sweep comes. */
  | Readonly<{ goneWhen: string }>
  /** Whose it was cannot be told once the person's values are gone; or the reason why it may stay. */
  | Readonly<{ keptBecause: string }>
  /** Says nothing about a person. */
  | 'impersonal';

const values: Holding = { destroyedBy: 'personal-values' };
/** Codes and days under a person's id: health among them, and no name, telephone, address or free text. */
const record: Holding = {
  keptBecause:
    'record of what was done, in ids, codes and days; nobody’s once personal-values destroyed the person’s',
};
const link: Holding = {
  keptBecause: 'a random id: leads to nobody once personal-values destroyed the person’s',
};
const aggregate = { id: link, version: 'impersonal', state: record } as const;
const check: Holding = { destroyedBy: 'follow-up' };
const message: Holding = { destroyedBy: 'partner-message' };
const request: Holding = { destroyedBy: 'answered-request' };
/** Of a process or a partner. */
const proof =
  'keeps a step and a partner’s message from being taken twice: ids, moments, and a hash over a whole message';

const access: Holding = {
  keptBecause:
    'who of the staff opened what, from where: kept two years at least, and nothing of what they saw',
};

/**
 * Every column of the store, and what becomes of what it tells of a person: the one table of what is kept, and why. A
 * test reads the schema: a new column does not pass until it is here. Generated columns follow what they come from.
 */
export const HOLDINGS: Readonly<Record<string, Readonly<Record<string, Holding>>>> = {
  person: { ...aggregate, personal: values, sealed: values, phone_index: values },
  disease_case: { ...aggregate, beside_another: 'impersonal' },
  hand_over: aggregate,
  test: aggregate,
  isolation: aggregate,
  supplies: aggregate,
  living_support: aggregate,
  /** Also exposures: the place's code, the day, how near. */
  contact: aggregate,
  route: { ...aggregate, state: { destroyedBy: 'route-visits' } },
  survey: { ...aggregate, state: { destroyedBy: 'survey-answers' } },
  /** Raw records lie at their provider: here is where, and the certificate of their end. A venue is where the case was. */
  information_request: { ...aggregate, state: { destroyedBy: ['look-up-record', 'route-visits'] } },
  task: aggregate,
  clinic: {
    ...aggregate,
    state: { keptBecause: 'staff by their accounts’ names, stock and hours; no patient' },
  },
  staff_account: {
    ...aggregate,
    state: {
      keptBecause: 'staff by their accounts’ names: access and absences, without an illness; no patient',
    },
  },
  protocol: { id: 'impersonal', version: 'impersonal', state: 'impersonal' },
  bulk_run: { ...aggregate, state: { keptBecause: 'who asked for a run; no patient' } },
  domain_event: {
    seq: 'impersonal',
    aggregate_type: 'impersonal',
    aggregate_id: link,
    version: 'impersonal',
    type: record,
    at: record,
    /** An account of the office, or a process. */
    actor: record,
    /** Of a route, a look-up’s venue and a survey: blanked by route-visits and survey-answers. */
    data: record,
    case_id: link,
    command_id: link,
    recorded_at: 'impersonal',
    dispatched_at: 'impersonal',
    transaction_id: 'impersonal',
  },
  /** Of requests; the others stay, the `fingerprint` of a partner’s among them. */
  handled_command: {
    command_id: { keptBecause: proof },
    fingerprint: request,
    receipt: request,
    handled_at: 'impersonal',
  },
  effect: {
    key: link,
    name: record,
    system: 'impersonal',
    owner_kind: 'impersonal',
    owner_id: link,
    case_id: link,
    status: 'impersonal',
    reference: {
      keptBecause: 'the partner’s number of a message, payment or order: proof that it was made once',
    },
    code: 'impersonal',
    attempts: 'impersonal',
    intended_at: record,
    settled_at: record,
    confirmed_at: record,
    asked_at: 'impersonal',
    cut_off: 'impersonal',
    ahead: 'impersonal',
    calling_since: 'impersonal',
  },
  /** Texts of strangers too: they wait, sealed, for a person, and go with their task’s end. */
  inbox_message: {
    id: message,
    source: 'impersonal',
    message_id: message,
    fingerprint: message,
    status: 'impersonal',
    outcome: 'impersonal',
    body: message,
    received_at: message,
    settled_at: message,
    deliveries: 'impersonal',
    laid_with: message,
  },
  follow_up: {
    day: check,
    slot: check,
    person_id: check,
    subject_kind: check,
    subject_id: check,
    case_id: check,
    district: check,
    disease: check,
    tier: check,
    channel: check,
    asked_at: check,
    answer_within_hours: 'impersonal',
    state: check,
    course: check,
    closed_at: check,
  },
  outgoing_message: {
    run_id: 'impersonal',
    person_id: check,
    key: check,
    case_id: check,
    disease: check,
    template: check,
    state: check,
    claimed_at: check,
    settled_at: check,
    code: check,
    held_since: check,
  },
  bulk_result: {
    run_id: 'impersonal',
    subject_kind: 'impersonal',
    subject_id: link,
    outcome: record,
    details: record,
    recorded_at: 'impersonal',
  },
  import_row: {
    run_id: 'impersonal',
    number: 'impersonal',
    sealed: { goneWhen: 'its row was taken; of a list that was never asked for: destroyed by import-row' },
    fault: 'impersonal',
    kept_at: 'impersonal',
  },
  imported_case: {
    key: { keptBecause: 'a keyed hash, so that a patient of a source is entered once; no way back from it' },
    case_id: link,
    run_id: 'impersonal',
    number: 'impersonal',
  },
  bulk_progress: {
    run_id: 'impersonal',
    step: 'impersonal',
    cursor: link,
    done: 'impersonal',
    counts: 'impersonal',
    moved_at: 'impersonal',
  },
  retention_certificate: {
    run_id: 'impersonal',
    issued_at: 'impersonal',
    body: { keptBecause: 'how many of what were destroyed, under which rule' },
    hash: 'impersonal',
  },
  /** Chained: a row that is changed or taken away before its time is found. */
  access_record: {
    chain: 'impersonal',
    position: 'impersonal',
    at: access,
    request_id: 'impersonal',
    staff_id: access,
    roles: access,
    offices: access,
    source_address: access,
    endpoint: 'impersonal',
    action: 'impersonal',
    subject_kind: 'impersonal',
    subject_id: link,
    person_id: link,
    case_id: link,
    district: access,
    outcome: access,
    problem: 'impersonal',
    reason: access,
    previous_hash: 'impersonal',
    hash: 'impersonal',
  },
  saved_filter: {
    id: 'impersonal',
    version: 'impersonal',
    owner: { keptBecause: 'the account whose view it is; gone when they remove it' },
    name: { keptBecause: 'what staff call a view of theirs, never a person; gone when they remove it' },
    path: 'impersonal',
    query: { keptBecause: 'ids, codes and days that a list is read by; gone when it is removed' },
    team: 'impersonal',
    offices: 'impersonal',
    saved_at: 'impersonal',
  },
  access_anchor: {
    position: 'impersonal',
    at: 'impersonal',
    kind: 'impersonal',
    chain: 'impersonal',
    chain_position: 'impersonal',
    chain_hash: 'impersonal',
    previous_hash: 'impersonal',
    hash: 'impersonal',
  },
  webhook_subscription: { ...aggregate, state: { keptBecause: 'which system is sent what; no patient' } },
  ...EXCHANGE_HOLDINGS,
  simulation_clock: { only_row: 'impersonal', ahead: 'impersonal' },
};
