import { isUtf8 } from 'node:buffer';
import { refuse } from '../api-problems.ts';
import { cp949Text } from './cp949.ts';

const utf8Text = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);
const READERS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  'utf-8': utf8Text,
  utf8: utf8Text,
  'euc-kr': cp949Text,
  'ks_c_5601-1987': cp949Text,
  cp949: cp949Text,
  ms949: cp949Text,
  'windows-949': cp949Text,
};
const UNREADABLE = '\uFFFD';

/**
 * A file's text, without its byte order mark. What `charset` says holds; where it says nothing the bytes do: hardly any
 * Korean text in one of the two is well-formed in the other. What cannot be read stands there as U+FFFD.
 * @throws Refusal `import/charset-unknown`
 */
export function textOf(bytes: Uint8Array, contentType: string): string {
  const [, named] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  if (named !== undefined) {
    const name = named.toLowerCase();
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (reader === undefined) throw refuse('import/charset-unknown');
    return reader(bytes);
  }
  const asUtf8 = utf8Text(bytes);
  if (isUtf8(bytes)) return asUtf8;
  const asCp949 = cp949Text(bytes);
  return unreadable(asCp949) < unreadable(asUtf8) ? asCp949 : asUtf8;
}

/** One damaged cell is its row's fault, and not the whole file's. */
const unreadable = (text: string): number => text.split(UNREADABLE).length - 1;
