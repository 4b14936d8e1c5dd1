import type { Endpoint } from './contract/endpoint.ts';
import { BULK_RUNS } from './routes/bulk-runs.endpoints.ts';
import { CASE_CONTACTS } from './routes/case-contacts.endpoints.ts';
import { CASES } from './routes/cases.endpoints.ts';
import { CONTACTS } from './routes/contacts.endpoints.ts';
import { FINDINGS } from './routes/findings.endpoints.ts';
import { IDENTITY } from './routes/identity.endpoints.ts';
import { IMPORTS } from './routes/imports.endpoints.ts';
import { INTERFACE } from './routes/interface.endpoints.ts';
import { ISOLATIONS } from './routes/isolations.endpoints.ts';
import { AGGREGATE_PAGES } from './routes/pages.endpoints.ts';
import { PEOPLE } from './routes/people.endpoints.ts';
import { PROTOCOLS } from './routes/protocols.endpoints.ts';
import { SIMULATION } from './routes/simulation.endpoints.ts';
import { SUPPLIES } from './routes/supplies.endpoints.ts';
import { TASKS } from './routes/tasks.endpoints.ts';

/** The whole interface. What is not declared here does not exist. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...TASKS,
  ...CASES,
  ...FINDINGS,
  ...PEOPLE,
  ...IDENTITY,
  ...ISOLATIONS,
  ...SUPPLIES,
  ...CASE_CONTACTS,
  ...CONTACTS,
  ...AGGREGATE_PAGES,
  ...PROTOCOLS,
  ...BULK_RUNS,
  ...IMPORTS,
  ...SIMULATION,
  ...INTERFACE,
];
