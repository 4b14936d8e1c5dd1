/** 초성, in the order in which Unicode composes syllables of them: 588 syllables begin with each. */
export const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const [FIRST, LAST, OF_ONE_INITIAL] = [0xac00, 0xd7a3, 588];

/** 길 → ㄱ; nothing of what is no composed Hangul syllable. */
export function initialOf(syllable: string): string | undefined {
  const code = syllable.codePointAt(0) ?? 0;
  return code < FIRST || code > LAST ? undefined : INITIALS[Math.floor((code - FIRST) / OF_ONE_INITIAL)];
}
