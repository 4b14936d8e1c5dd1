/** A visit of a case as a cluster sees it. `came`: epoch milliseconds. */
export type Coming = Readonly<{ caseId: string; came: number }>;

/** Of all spans of so long, the first with the most different cases. `comings`: earliest first. */
export function densest<One extends Coming>(comings: readonly One[], milliseconds: number): readonly One[] {
  const inside = new Map<string, number>();
  let first = 0;
  let best = { cases: 0, first: 0, next: 0 };
  comings.forEach(({ caseId, came }, index) => {
    inside.set(caseId, (inside.get(caseId) ?? 0) + 1);
    for (
      let out = comings[first];
      out !== undefined && came - out.came > milliseconds;
      out = comings[first]
    ) {
      const left = (inside.get(out.caseId) ?? 0) - 1;
      if (left === 0) inside.delete(out.caseId);
      else inside.set(out.caseId, left);
      first += 1;
    }
    const isLonger = inside.size === best.cases && first === best.first;
    if (inside.size > best.cases || isLonger) best = { cases: inside.size, first, next: index + 1 };
  });
  return comings.slice(best.first, best.next);
}
