/** A moment as people in Korea read it: RFC 3339 with Seoul's offset. */
export function inSeoul(moment: string | Date): string {
  const shifted = new Date(new Date(moment).getTime() + 9 * 3_600_000).toISOString();
  return shifted.replace(/(\.\d+)?Z$/, '+09:00');
}
