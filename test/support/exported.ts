import { inflateRawSync } from 'node:zlib';
import type { ExportedRow, Pages } from '../../api/exports/csv.ts';

export async function* pagesOf(...pages: readonly ExportedRow[]): Pages {
  for (const page of pages) yield [page];
}

export async function whole(parts: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(Buffer.from(part as string));
  return Buffer.concat(all);
}

/** The files of an archive, by what its directory says of them. */
export function unzipped(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== 0x06054b50) throw new TypeError('no archive, or not the whole of it');
  const files = new Map<string, string>();
  for (let at = archive.readUInt32LE(end + 16), left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, size] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const data = archive.readUInt32LE(at + 42) + 30 + nameLength;
    const content = inflateRawSync(archive.subarray(data, data + packed));
    if (content.length !== size) throw new TypeError(`${name} has another size`);
    files.set(name, content.toString());
    at += 46 + nameLength;
  }
  return files;
}
