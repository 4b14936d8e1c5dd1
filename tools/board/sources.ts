import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A source file: its path from the root of the project, and what is written in it. */
export type Source = Readonly<{ path: string; text: string }>;

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The TypeScript files below `folder`, by path. */
export const sourcesBelow = (folder: string): readonly Source[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort()
    .map((path) => ({ path, text: textOf(path) }));

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

export const sortedSet = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();
