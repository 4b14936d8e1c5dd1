import type { Endpoint } from './contract/endpoint.ts';
import { bulkCommandsOf } from './routes/bulk-commands.endpoints.ts';
import { BULK_RESULTS } from './routes/bulk-results.endpoints.ts';
import { BULK_RUNS } from './routes/bulk-runs.endpoints.ts';
import { CASE_CONTACTS } from './routes/case-contacts.endpoints.ts';
import { CASES } from './routes/cases.endpoints.ts';
import { CLINIC_DAYS } from './routes/clinic-days.endpoints.ts';
import { CLINICS } from './routes/clinics.endpoints.ts';
import { CONTACTS } from './routes/contacts.endpoints.ts';
import { EVENTS } from './routes/events.endpoints.ts';
import { FIGURES } from './routes/figures.endpoints.ts';
import { FINDINGS } from './routes/findings.endpoints.ts';
import { ACCESS_RECORDS } from './routes/access-records.endpoints.ts';
import { HAND_OVERS } from './routes/hand-overs.endpoints.ts';
import { FOLLOW_UP_CALENDAR } from './routes/follow-up-calendar.endpoints.ts';
import { IDENTITY } from './routes/identity.endpoints.ts';
import { IMPORT_MAPS } from './routes/import-maps.endpoints.ts';
import { IMPORTS } from './routes/imports.endpoints.ts';
import { INTERFACE } from './routes/interface.endpoints.ts';
import { EXPORT_REQUESTS } from './routes/export-requests.endpoints.ts';
import { EXPORTED_FILES } from './routes/exported-files.endpoints.ts';
import { EXPORTS } from './routes/exports.endpoints.ts';
import { ISOLATIONS } from './routes/isolations.endpoints.ts';
import { JURISDICTIONS } from './routes/jurisdictions.endpoints.ts';
import { LINE_LISTS } from './routes/line-lists.endpoints.ts';
import { LIVING_SUPPORT } from './routes/living-support.endpoints.ts';
import { LOOK_UPS } from './routes/look-ups.endpoints.ts';
import { EXPLAINED_PAGES } from './routes/explained-pages.endpoints.ts';
import { AGGREGATE_PAGES } from './routes/pages.endpoints.ts';
import { PEOPLE } from './routes/people.endpoints.ts';
import { PEOPLE_SEARCH } from './routes/people-search.endpoints.ts';
import { PROTOCOLS } from './routes/protocols.endpoints.ts';
import { MOVEMENT_ROUTES } from './routes/routes.endpoints.ts';
import { ROWS_IN_DOUBT } from './routes/rows-in-doubt.endpoints.ts';
import { savedFiltersOf } from './routes/saved-filters.endpoints.ts';
import { SIMULATION } from './routes/simulation.endpoints.ts';
import { STAFF } from './routes/staff.endpoints.ts';
import { STATE_LISTS } from './routes/state-lists.endpoints.ts';
import { SUPPLIES } from './routes/supplies.endpoints.ts';
import { SURVEYS } from './routes/surveys.endpoints.ts';
import { TASKS } from './routes/tasks.endpoints.ts';
import { TESTS } from './routes/tests.endpoints.ts';
import { WORKLISTS } from './routes/worklists.endpoints.ts';
import { TRACING } from './routes/tracing.endpoints.ts';
import { WEBHOOK_SUBSCRIPTIONS } from './routes/webhook-subscriptions.endpoints.ts';
import { WEBHOOKS } from './routes/webhooks.endpoints.ts';

/** The whole interface. What is not declared here does not exist. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...TASKS,
  ...WORKLISTS,
  ...FOLLOW_UP_CALENDAR,
  ...savedFiltersOf([...TASKS, ...LINE_LISTS]),
  ...CASES,
  ...LINE_LISTS,
  ...EXPORTS,
  ...EXPORTED_FILES,
  ...EXPORT_REQUESTS,
  ...FINDINGS,
  ...HAND_OVERS,
  ...PEOPLE_SEARCH,
  ...PEOPLE,
  ...STAFF,
  ...ACCESS_RECORDS,
  ...IDENTITY,
  ...STATE_LISTS,
  ...ISOLATIONS,
  ...SUPPLIES,
  ...LOOK_UPS,
  ...MOVEMENT_ROUTES,
  ...SURVEYS,
  ...CASE_CONTACTS,
  ...TRACING,
  ...CONTACTS,
  ...TESTS,
  ...CLINICS,
  ...CLINIC_DAYS,
  ...LIVING_SUPPORT,
  ...AGGREGATE_PAGES,
  ...EXPLAINED_PAGES,
  ...JURISDICTIONS,
  ...PROTOCOLS,
  ...bulkCommandsOf([...TASKS, ...LINE_LISTS]),
  ...BULK_RUNS,
  ...BULK_RESULTS,
  ...ROWS_IN_DOUBT,
  ...IMPORTS,
  ...IMPORT_MAPS,
  ...WEBHOOKS,
  ...EVENTS,
  ...WEBHOOK_SUBSCRIPTIONS,
  ...FIGURES,
  ...SIMULATION,
  ...INTERFACE,
];
