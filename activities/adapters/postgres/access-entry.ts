import { isIP } from 'node:net';
import type { AccessEntry } from '../../ports/access-records.ts';
import type { AccessRow } from './access-chain.ts';

export type StoredEntry = Omit<AccessRow, 'chain' | 'position' | 'at'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CODE = /^[a-z][a-z0-9/:-]{0,63}$/;
const DISTRICT = /^\d{2,5}$/;
/** The path as it is declared: with a person's id, or with what a client wrote, it does not fit. */
const ENDPOINT = /^(?!.*\d{4})[A-Z]{3,7} (?:\/:?[A-Za-z][A-Za-z0-9.-]*)+$/;
const ACCOUNT = /^[\x21-\x7e]{1,128}$/;

/** Only what has its proper form is stored: no free text, and nothing that would spoil the rows of others. @throws TypeError */
export function stored(entry: AccessEntry): StoredEntry {
  if (isIP(entry.sourceAddress) === 0) throw unfit('sourceAddress');
  return {
    requestId: id('requestId', entry.requestId),
    staffId: text('staffId', ACCOUNT, entry.staffId),
    roles: entry.roles.map((role) => fitting('roles', CODE, role)),
    offices: entry.offices.map((office) => fitting('offices', DISTRICT, office)),
    sourceAddress: entry.sourceAddress,
    endpoint: fitting('endpoint', ENDPOINT, entry.endpoint),
    action: text('action', CODE, entry.action),
    subjectKind: text('subjectKind', CODE, entry.subjectKind),
    subjectId: optionalId('subjectId', entry.subjectId),
    personId: optionalId('personId', entry.personId),
    caseId: optionalId('caseId', entry.caseId),
    district: text('district', DISTRICT, entry.district),
    outcome: entry.problem === undefined ? 'allowed' : 'refused',
    problem: text('problem', CODE, entry.problem),
    reason: text('reason', CODE, entry.reason),
  };
}

const unfit = (field: string): TypeError => new TypeError(`access record: ${field} has not its form`);

function fitting(field: string, form: RegExp, value: string): string {
  if (!form.test(value)) throw unfit(field);
  return value;
}

const text = (field: string, form: RegExp, value: string | undefined): string | null =>
  value === undefined ? null : fitting(field, form, value);

/** As PostgreSQL shows it, or its hash would be another. */
const id = (field: string, value: string): string => fitting(field, UUID, value).toLowerCase();
const optionalId = (field: string, value: string | undefined): string | null =>
  value === undefined ? null : id(field, value);
