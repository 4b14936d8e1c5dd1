import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync, type ZlibOptions } from 'node:zlib';

export type ZipEntry = Readonly<{ name: string; parts: AsyncIterable<string> | Iterable<string> }>;

const deflate = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);
/** Each part is packed by itself, in another thread, and ends on a byte: put together they are one stream. */
const PART = { finishFlush: constants.Z_SYNC_FLUSH } as const;
const LAST_PART = deflateRawSync('');

const VERSION = 20;
/** Sizes stand behind what they are of; names are in UTF-8. */
const FLAGS = 0x08_08;
const DEFLATED = 8;
/** 1 January 1980, the earliest that the format knows: when it was made is no business of the file's. */
const DAY = 0x00_21;
type Packed = Readonly<{ name: Buffer; at: number; crc: number; packed: number; size: number }>;

/** The files in one archive, each as it comes: nothing is held but the part under way. */
export async function* zipped(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const directory: Packed[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const begun = at;
    const head = numbers([4, 0x04_03_4b_50], [2, VERSION], ...common(name), [2, 0]);
    yield Buffer.concat([head, name]);
    let [crc, size, packed] = [0, 0, LAST_PART.length];
    for await (const part of entry.parts) {
      const bytes = Buffer.from(part);
      crc = crc32(bytes, crc);
      size += bytes.length;
      const less = await deflate(bytes, PART);
      packed += less.length;
      yield less;
    }
    yield LAST_PART;
    const tail = numbers([4, 0x08_07_4b_50], [4, crc], [4, packed], [4, size]);
    yield tail;
    at += head.length + name.length + packed + tail.length;
    directory.push({ name, at: begun, crc, packed, size });
  }
  const records = Buffer.concat(directory.map(record));
  const count = directory.length;
  yield records;
  yield numbers([4, 0x06_05_4b_50], [4, 0], [2, count], [2, count], [4, records.length], [4, at], [2, 0]);
}

type Field = readonly [bytes: 2 | 4, value: number];

/** @throws RangeError beyond four gigabytes: a larger archive has another form */
function numbers(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of fields) at = bytes.writeUIntLE(value, at, length);
  return bytes;
}

/** From the flags to the length of the name; checksum and sizes follow what they are of. */
const common = (
  name: Buffer,
  sums: readonly Field[] = [
    [4, 0],
    [4, 0],
    [4, 0],
  ],
): readonly Field[] => [[2, FLAGS], [2, DEFLATED], [2, 0], [2, DAY], ...sums, [2, name.length]];

function record({ name, at, crc, packed, size }: Packed): Buffer {
  const sums: readonly Field[] = [
    [4, crc],
    [4, packed],
    [4, size],
  ];
  const head = numbers(
    [4, 0x02_01_4b_50],
    [2, VERSION],
    [2, VERSION],
    ...common(name, sums),
    ...([
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ] as const),
  );
  return Buffer.concat([head, name]);
}
