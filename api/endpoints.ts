import type { Endpoint } from './contract/endpoint.ts';
import { BULK_RUNS } from './routes/bulk-runs.endpoints.ts';
import { CASES } from './routes/cases.endpoints.ts';
import { IMPORTS } from './routes/imports.endpoints.ts';
import { INTERFACE } from './routes/interface.endpoints.ts';
import { AGGREGATE_PAGES } from './routes/pages.endpoints.ts';
import { PROTOCOLS } from './routes/protocols.endpoints.ts';
import { SIMULATION } from './routes/simulation.endpoints.ts';
import { TASKS } from './routes/tasks.endpoints.ts';

/** The whole interface. What is not declared here does not exist. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...TASKS,
  ...CASES,
  ...AGGREGATE_PAGES,
  ...PROTOCOLS,
  ...BULK_RUNS,
  ...IMPORTS,
  ...SIMULATION,
  ...INTERFACE,
];
