/** What somebody without the right to identify a person is shown: enough to tell two lines apart, not to know who it is. */

const HANGUL = /^[가-힣]+$/;

/** 홍길동 → 홍○동, 남궁 → 남○; of any other writing the first letter of each part stays. */
export function maskedName(name: string): string {
  const letters = [...name];
  if (!HANGUL.test(name))
    return name
      .split(/\s+/)
      .map((part) => `${[...part][0] ?? ''}○`)
      .join(' ');
  const [first = '', ...rest] = letters;
  const last = rest.pop();
  if (rest.length === 0) return `${first}○`;
  return `${first}${'○'.repeat(rest.length)}${last ?? ''}`;
}

/** +821012345678 → ****5678 */
export const maskedPhone = (e164: string): string => `****${e164.slice(-4)}`;

/** 1980-01-02 → 1980 */
export const maskedBirth = (date: string): string => date.slice(0, 4);
