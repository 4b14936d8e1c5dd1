import { InvalidValue } from '../../shared-kernel/domain-error.ts';
import type { District } from '../../shared-kernel/district.ts';
import { identifies } from './identifying.ts';

/** As it stands on record: the district by its code. */
export type ScopeFacts = Readonly<{
  list: 'cases' | 'contacts';
  format: 'csv' | 'xlsx' | 'fhir';
  columns: readonly string[];
  /** Codes, days and ids by the name of their filter, as the list itself takes them. */
  filters: Readonly<Record<string, readonly string[]>>;
  district: string;
}>;
type Terms = Omit<ScopeFacts, 'district'> & Readonly<{ district: District }>;

const MOST_COLUMNS = 60;
const MOST_FILTERS = 40;
const MOST_VALUES = 300;
const NAME = /^[A-Za-z]{1,40}$/;
/** No name of a person, no free text: what is asked for stays on record. */
const VALUE = /^-?[A-Za-z0-9][\w.:+@|-]{0,63}$/;

/** What is to be taken out of which list, of one district. */
export class ExportScope implements ScopeFacts {
  readonly list: ScopeFacts['list'];
  readonly format: ScopeFacts['format'];
  readonly columns: readonly string[];
  readonly filters: ScopeFacts['filters'];
  readonly district: string;

  private constructor({ list, format, columns, filters, district }: Terms) {
    this.list = list;
    this.format = format;
    this.columns = Object.freeze([...new Set(columns)]);
    this.filters = Object.freeze({ ...filters });
    this.district = district.code;
    Object.freeze(this);
  }

  /** @throws InvalidValue `export/nothing-identifying`, `export/columns-malformed`, `export/filter-malformed` */
  static of(terms: Terms): ExportScope {
    const { columns, filters } = terms;
    if (columns.length > MOST_COLUMNS || !columns.every((name) => NAME.test(name)))
      throw new InvalidValue('export/columns-malformed');
    if (!columns.some(identifies)) throw new InvalidValue('export/nothing-identifying');
    const given = Object.entries(filters);
    const isFilter = ([name, values]: [string, readonly string[]]): boolean =>
      NAME.test(name) && values.length <= MOST_VALUES && values.every((value) => VALUE.test(value));
    if (given.length > MOST_FILTERS || !given.every(isFilter))
      throw new InvalidValue('export/filter-malformed');
    return new ExportScope(terms);
  }

  equals(other: ExportScope): boolean {
    return JSON.stringify(this) === JSON.stringify(other);
  }
}
