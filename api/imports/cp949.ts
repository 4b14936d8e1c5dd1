/**
 * CP949, as Korean Windows writes files: EUC-KR, and between its pairs the 8,822 syllables that it lacks, in the order
 * of Unicode. Node's own decoder for `euc-kr` stops at EUC-KR.
 */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** From this lead byte on the pairs of EUC-KR begin, and leave fewer second bytes to what stands between them. */
const EUC_KR_LEAD = 0xa1;
const UNREADABLE = '\uFFFD';
/** Places for letters of one's own, too: nobody else can read them. */
const NO_LETTER = /[\uFFFD\uE000-\uF8FF]/;

let pairs: ReadonlyMap<number, string> | undefined;

/** What is no CP949 stands there as U+FFFD. */
export function cp949Text(bytes: Uint8Array): string {
  const known = (pairs ??= allPairs());
  const text: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const one = bytes[at] ?? 0;
    if (one < 0x80) {
      text.push(String.fromCharCode(one));
      continue;
    }
    const letter = known.get(one * 256 + (bytes[at + 1] ?? 0));
    text.push(letter ?? UNREADABLE);
    // A byte that ends nothing may be the comma or the quote that the line needs.
    if (letter !== undefined) at += 1;
  }
  return text.join('');
}

function allPairs(): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const decoder = new TextDecoder('euc-kr');
  for (let lead = EUC_KR_LEAD; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (!NO_LETTER.test(letter)) found.set(lead * 256 + trail, letter);
    }
  found.set(0xa2e6, '€').set(0xa2e7, '®');
  const there = new Set(found.values());
  let next = FIRST_SYLLABLE;
  for (const place of placesBetween()) {
    while (there.has(String.fromCharCode(next))) next += 1;
    if (next > LAST_SYLLABLE) break;
    found.set(place, String.fromCharCode(next));
    next += 1;
  }
  return found;
}

/** Every place between the pairs of EUC-KR, in order. */
function* placesBetween(): Generator<number> {
  for (let lead = 0x81; lead <= 0xc6; lead += 1)
    for (const [from, to] of [
      [0x41, 0x5a],
      [0x61, 0x7a],
      [0x81, lead < EUC_KR_LEAD ? 0xfe : 0xa0],
    ] as const)
      for (let trail = from; trail <= to; trail += 1) yield lead * 256 + trail;
}
