import type { PROCESSES, ProcessName } from '../../activities/ports/processes.ts';
import type { CasePage } from '../read-models/case-page.ts';

export type ProcessUrl = (processId: string) => string;
type Prefix = (typeof PROCESSES)[ProcessName]['prefix'];
/** `at`: where its page is; `process`: the first part of its process's id, where it has one. */
type Kind = Readonly<{ id: string; at: string; process?: Prefix }>;

const KINDS: Readonly<Record<string, Kind>> = {
  supplies: { id: 'suppliesId', at: 'supplies', process: 'supplies' },
  livingSupport: { id: 'livingSupportId', at: 'living-support', process: 'living-support' },
  routes: { id: 'routeId', at: 'routes', process: 'investigation' },
  lookUps: { id: 'informationRequestId', at: 'look-ups', process: 'look-up' },
  surveys: { id: 'surveyId', at: 'surveys' },
  contacts: { id: 'contactId', at: 'contacts', process: 'contact' },
};
const ISOLATION: Kind = { id: 'isolationId', at: 'isolations', process: 'isolation' };

type Row = Readonly<Record<string, unknown>>;

function linked(row: Row, { id: name, at, process }: Kind, processUrl: ProcessUrl): Row {
  const id = String(row[name]);
  const page = `/${at}/${id}`;
  return {
    ...row,
    links: process === undefined ? { page } : { page, process: processUrl(`${process}/${id}`) },
  };
}

/** What else belongs to a case, each with its own page and its process. */
export function relatedOf({ isolation, related }: CasePage, processUrl: ProcessUrl): Row {
  return {
    isolation: isolation === null ? null : linked(isolation, ISOLATION, processUrl),
    ...Object.fromEntries(
      Object.entries(related).map(([name, rows]) => {
        const kind = KINDS[name];
        if (kind === undefined) throw new TypeError(`no page for ${name} of a case`);
        return [name, rows.map((row) => linked(row, kind, processUrl))];
      }),
    ),
  };
}
