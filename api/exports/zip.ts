import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export type ZipEntry = Readonly<{ name: string; parts: AsyncIterable<string> | Iterable<string> }>;

/** The earliest day that the format knows: when it was made is no business of the file's. */
const DAY = new Date(1980, 0, 1);

/**
 * The files in one archive, each as it comes: nothing is held but the parts under way. What goes wrong in a part breaks the
 * archive off; whoever stops reading ends the parts.
 */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const archive = new ZipFile();
  const output = archive.outputStream.pipe(new PassThrough());
  const sources = entries.map(({ name, parts }) => {
    const source = Readable.from(parts);
    source.on('error', (error) => output.destroy(error));
    archive.addReadStream(source, name, { mtime: DAY, forceDosTimestamp: true });
    return source;
  });
  archive.end();
  try {
    yield* output;
  } finally {
    for (const source of sources) source.destroy();
  }
}
