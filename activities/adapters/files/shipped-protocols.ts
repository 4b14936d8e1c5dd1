import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../../domain/protocol/shipped', import.meta.url));

/** The documents of the protocol folder, series by series in the order of their dates. */
export async function shippedProtocols(): Promise<readonly unknown[]> {
  const files = (await readdir(FOLDER, { recursive: true })).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    files.map(async (name) => JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as unknown),
  );
}
