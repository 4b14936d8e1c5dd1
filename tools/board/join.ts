import { ACTORS } from './actors.ts';
import { aggregatesIn } from './domain-code.ts';
import { namesIn } from './model.ts';
import { sortedSet, sourcesBelow } from './sources.ts';
import { termOf, type Note, type Term } from './terms.ts';

/** The names of the code by what they are. */
export type Vocabulary = Readonly<{
  aggregates: readonly string[];
  commands: readonly string[];
  events: readonly string[];
  /** Every exported name of the domain, the ports and the processes. */
  exported: readonly string[];
}>;

export function readVocabulary(): Vocabulary {
  const domain = sourcesBelow('domain');
  const aggregates = aggregatesIn(domain);
  return {
    aggregates: aggregates.map(({ name }) => name),
    commands: sortedSet(aggregates.flatMap(({ commands }) => commands)),
    events: sortedSet(aggregates.flatMap(({ events }) => events)),
    exported: namesIn(domain, sourcesBelow('activities'), sourcesBelow('workflows')),
  };
}

/** Names of the glossary that the code does not have. */
export const orphansIn = (glossary: readonly Term[], { exported }: Vocabulary): readonly string[] =>
  glossary.flatMap(({ ko, code }) =>
    code.filter((name) => !exported.includes(name)).map((name) => `${name} (${ko})`),
  );

/** Aggregates, commands and events that no term carries. */
export function unspokenIn(
  glossary: readonly Term[],
  { aggregates, commands, events }: Vocabulary,
): readonly string[] {
  const spoken = new Set(glossary.flatMap(({ code }) => code));
  return [...aggregates, ...commands, ...events].filter((name) => !spoken.has(name));
}

/** Sticky notes without their term, or with a term that carries something of another kind. */
export const faultsOfNotes = (
  notes: readonly Note[],
  glossary: readonly Term[],
  vocabulary: Vocabulary,
): readonly string[] => notes.flatMap((note) => faultOf(note, termOf(note, glossary), vocabulary) ?? []);

function faultOf(note: Note, term: Term | undefined, vocabulary: Vocabulary): string | undefined {
  const called = `${note.korean} (${note.context} ${note.kind})`;
  if (term === undefined) return `${called} has no term`;
  if (note.kind === 'actor')
    return (ACTORS as readonly string[]).includes(term.en) ? undefined : `${called} is no actor: ${term.en}`;
  if (term.code.length === 0) return `${called} names no code`;
  const kinds: Readonly<Record<string, readonly string[]>> = {
    aggregate: vocabulary.aggregates,
    command: vocabulary.commands,
    event: vocabulary.events,
    policy: vocabulary.events,
  };
  const fitting = kinds[note.kind] ?? vocabulary.exported;
  // Names that are still to come are orphans, and told as such.
  const there = term.code.filter((name) => vocabulary.exported.includes(name));
  return there.length === 0 || there.some((name) => fitting.includes(name))
    ? undefined
    : `${called} carries no ${note.kind}: ${there.join(', ')}`;
}

/** Terms that stand twice, so that nobody could say which one is meant. */
export const ambiguousIn = (glossary: readonly Term[]): readonly string[] =>
  glossary
    .map(({ ko, context }) => `${ko} (${context})`)
    .filter((key, index, keys) => keys.indexOf(key) !== index);
