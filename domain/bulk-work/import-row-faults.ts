import { LocalDate } from '../shared-kernel/local-date.ts';
import type { ImportLine, RowFault } from './import-row.ts';
import type { ReadRow } from './column-map/row-reader.ts';

const MOST_CHARACTERS = 200;

/** What makes a line unreadable, whatever its list is of. */
export function faultOfLine({ cells, fault }: ImportLine, headings: readonly string[]): RowFault | undefined {
  if (fault !== undefined) return fault;
  if (cells.length !== headings.length) return 'row/columns-differ';
  const isDamaged = cells.some((text) => text.includes('\uFFFD') || text.length > MOST_CHARACTERS);
  return isDamaged ? 'row/text-damaged' : undefined;
}

/** An onset so long after the confirmation belongs to something else. */
const ONSET_AFTER_DAYS = 30;

export function faultOfDates(row: ReadRow, today: LocalDate): RowFault | undefined {
  const days = (
    [
      'dateOfSymptomOnset',
      'confirmationDate',
      'releasedOn',
      'deceasedOn',
      'dateOfOutcome',
      'reportDate',
    ] as const
  ).map((field) => row.day(field));
  if (days.includes('malformed')) return 'row/date-malformed';
  const known = days.map((day) => (day instanceof LocalDate ? day : undefined));
  const [onset, confirmed, released, , outcome] = known;
  if (confirmed === undefined) return 'row/confirmed-date-missing';
  if (known.some((day) => day?.isAfter(today))) return 'row/date-in-future';
  if (onset?.isAfter(confirmed.plusDays(ONSET_AFTER_DAYS))) return 'row/dates-contradict';
  // A death may be found to be one of the disease only after it.
  const release = released ?? (row.word('state') === 'deceased' ? undefined : outcome);
  return release?.isBefore(confirmed) ? 'row/dates-contradict' : undefined;
}

/** Only an episode that is open becomes a case: its process writes to the person, and nobody writes to the dead. */
export function faultOfState(row: ReadRow): RowFault | undefined {
  const state = row.word('state');
  if (state === 'released' || state === 'deceased') return 'row/episode-over';
  if (row.day('releasedOn') !== undefined || row.day('deceasedOn') !== undefined) return 'row/episode-over';
  return state === 'isolated' || !row.has('state') ? undefined : 'row/state-unknown';
}
