/** Rules of Korea at the end of 2020, as an agency of its own would publish them for an exercise. */
export const MODEL = 'kr-covid-19/2020-12-30/1';
export const JURISDICTION = 'zz';
/** 격리 기간 단축: from the second version on a case may be released after so many days. */
export const SHORTER_DAYS = 7;

export type Rules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
/** What the rules ask beyond the language's own facts goes with them. */
export type Model = Readonly<{ rules: Rules; facts: object; exposureFacts: object }>;

/** The first version: everything, for whoever falls ill from that day on. */
export const firstVersion = ({ rules, facts, exposureFacts }: Model, effectiveFrom: string) => ({
  disease: 'covid-19',
  jurisdiction: JURISDICTION,
  effectiveFrom,
  unchanged: 'dropped',
  title: { ko: '모의훈련 지침', en: 'Rules of the exercise' },
  facts,
  exposureFacts,
  rules: Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, { ...bare(rule), appliesTo: 'newEpisodes' }]),
  ),
});

/** The change in the middle: release after fewer days, also for those who are in isolation already. */
export function secondVersion({ rules }: Model, effectiveFrom: string) {
  const release = bare(rules['caseRelease']) as {
    tracks: { kind: string; minimum?: { endDay: number }[] }[];
  };
  const tracks = release.tracks.map((track) =>
    track.kind !== 'time'
      ? track
      : { ...track, minimum: (track.minimum ?? []).map((one) => ({ ...one, endDay: SHORTER_DAYS })) },
  );
  return {
    disease: 'covid-19',
    jurisdiction: JURISDICTION,
    effectiveFrom,
    unchanged: 'carryOver',
    title: { ko: `격리 ${SHORTER_DAYS}일로 단축`, en: `Isolation shortened to ${SHORTER_DAYS} days` },
    rules: { caseRelease: { ...release, tracks, appliesTo: 'openEpisodes' } },
  };
}

/** Without what stands there only to say where it comes from. */
function bare<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(bare) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['evidence', 'since', 'sources'].includes(key))
      .map(([key, inner]) => [key, bare(inner)]),
  ) as Value;
}
