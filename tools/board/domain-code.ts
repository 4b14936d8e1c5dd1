import { folderOf, sortedSet, type Source } from './sources.ts';

/** An aggregate as its source text declares it. */
export type Aggregate = Readonly<{
  name: string;
  context: string;
  folder: string;
  commands: readonly string[];
  events: readonly string[];
}>;

const AGGREGATE = /export class (\w+) extends AggregateRoot<\s*\w+,\s*(\w+),\s*(\w+)\s*>/g;

/** `export type X = …;`, up to the semicolon that ends it: the formatter puts it at the end of a line without indent. */
function declarationOf(name: string, sources: readonly Source[]): string | undefined {
  const start = new RegExp(`^export type ${name} =`, 'm');
  const source = sources.find(({ text }) => start.test(text));
  return source?.text
    .slice(source.text.search(start))
    .match(/^export type \w+ =([\s\S]*?);\n(?=\S|\n|$)/)?.[1];
}

/** `A | B | C`, with unions of unions opened; nothing for anything else. */
function membersOf(name: string, sources: readonly Source[]): readonly string[] {
  const declaration = declarationOf(name, sources)?.trim() ?? '';
  if (!/^\|?\s*\w+(?:\s*\|\s*\w+)*$/.test(declaration)) return [];
  return declaration
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const inner = membersOf(part, sources);
      return inner.length === 0 ? [part] : inner;
    });
}

/**
 * A command or event is called as its `type` says: the board would lie otherwise. The type may be written in a part of
 * it, `type Order = By & { type: 'OrderIsolation' … }`.
 */
function namedAsTyped(name: string, sources: readonly Source[]): string {
  const declaration = declarationOf(name, sources);
  if (declaration === undefined) throw new Error(`${name} is in a union and declared nowhere`);
  const literal = declaration.match(/(?:Fact|\w*Event)<\s*'(\w+)'|\btype: '(\w+)'/);
  const type = literal?.[1] ?? literal?.[2];
  const elsewhere = type === undefined && sources.some(({ text }) => text.includes(`type: '${name}'`));
  if (type !== name && !elsewhere) throw new Error(`${name} has the type ${type ?? 'of nothing'}`);
  return name;
}

export function aggregatesIn(sources: readonly Source[]): readonly Aggregate[] {
  const found = sources.flatMap(({ path, text }) =>
    [...text.matchAll(AGGREGATE)].map(([, name = '', commandUnion = '', eventUnion = '']) => {
      const folder = folderOf(path);
      // A name belongs to the aggregate's own folder first: two aggregates may have words in common.
      const near = [...sources].sort(
        (a, b) => Number(b.path.startsWith(`${folder}/`)) - Number(a.path.startsWith(`${folder}/`)),
      );
      const named = (union: string) => {
        const members = membersOf(union, near);
        if (members.length === 0) throw new Error(`${union} of ${name} is no union of names`);
        return members.map((member) => namedAsTyped(member, near));
      };
      const context = path.split('/')[1] ?? '';
      return { name, context, folder, commands: named(commandUnion), events: named(eventUnion) };
    }),
  );
  return found.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Every name that a source exports. */
export const exportedNames = (sources: readonly Source[]): readonly string[] =>
  sortedSet(
    sources.flatMap(({ text }) => [
      ...[
        ...text.matchAll(/^export (?:abstract )?(?:async )?(?:class|const|function|type|interface) (\w+)/gm),
      ].map(([, name = '']) => name),
      ...[...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(
        ([, names = '']) => names.match(/\w+(?=\s*(?:,|$))/g) ?? [],
      ),
    ]),
  );
