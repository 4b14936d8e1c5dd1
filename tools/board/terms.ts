import { parse } from 'csv-parse/sync';
import { textOf } from './sources.ts';

/** One sticky note of the customer's storming. */
export type Note = Readonly<{ context: string; kind: string; korean: string; english: string; note: string }>;
export type Term = Readonly<{
  ko: string;
  en: string;
  /** Names in the code that carry the term. */
  code: readonly string[];
  context: string;
  definition: string;
  legalBasis: string;
  avoid: string;
}>;

const rowsOf = (path: string): Record<string, string>[] =>
  parse(textOf(path), { columns: true, skip_empty_lines: true });

export const readStorming = (): readonly Note[] => rowsOf('docs/event-storming/storming.csv') as Note[];

export const readGlossary = (): readonly Term[] =>
  rowsOf('docs/glossary.csv').map((row) => ({
    ko: row['ko'] ?? '',
    en: row['en'] ?? '',
    code: (row['code'] ?? '').split('|').flatMap((name) => name.trim() || []),
    context: row['context'] ?? '',
    definition: row['definition'] ?? '',
    legalBasis: row['legal basis'] ?? '',
    avoid: row['avoid'] ?? '',
  }));

export const termOf = (note: Note, glossary: readonly Term[]): Term | undefined =>
  glossary.find(({ ko, context }) => ko === note.korean && context === note.context);

/**
 * The Korean word for a name in the code: the customer's own word for that kind of note, else the term with the fewest
 * other names. A policy's sentence is nobody's name.
 */
export function koreanOf(name: string, kind: string, { glossary, storming }: Words): string {
  const noteOf = (term: Term): Note | undefined =>
    storming.find((note) => note.korean === term.ko && note.context === term.context);
  const terms = glossary
    .filter(({ code }) => code.includes(name))
    .map((term) => ({ term, kindOfNote: noteOf(term)?.kind }))
    .filter(({ kindOfNote }) => kindOfNote !== 'policy' && kindOfNote !== 'information');
  const rank = ({ term, kindOfNote }: (typeof terms)[number]): number =>
    kindOfNote === kind ? 0 : (kindOfNote === undefined ? 100 : 200) + term.code.length;
  return [...terms].sort((a, b) => rank(a) - rank(b))[0]?.term.ko ?? '';
}

type Words = Readonly<{ glossary: readonly Term[]; storming: readonly Note[] }>;
