import type { ProtocolDocument, RuleName, Rules } from './language/protocol.schema.ts';

/** One published version: whole, with the rules it carried over from the one before. Never changed again. */
export type ProtocolVersion = Readonly<{
  /** `<jurisdiction>-<disease>/<effective from>/<revision>`: stored with every decision taken under it. */
  id: string;
  disease: string;
  jurisdiction: string;
  effectiveFrom: string;
  effectiveUntil?: string;
  /** 1, or higher where a version with the same effective date was corrected. */
  revision: number;
  rules: Rules;
  title?: ProtocolDocument['title'];
  /** What was not known for sure, with the value in use and the reason. */
  parameters: NonNullable<ProtocolDocument['parameters']>;
  sources: NonNullable<ProtocolDocument['sources']>;
  /** What the rules ask beyond the language's own facts. */
  facts: NonNullable<ProtocolDocument['facts']>;
  exposureFacts: NonNullable<ProtocolDocument['exposureFacts']>;
}>;

type Identity = Pick<ProtocolVersion, 'disease' | 'jurisdiction'>;
export const seriesOf = ({ disease, jurisdiction }: Identity): string => `${jurisdiction}-${disease}`;

/** The version that a document makes after the one in force on the day before it. */
export function versionOf(
  document: ProtocolDocument,
  revision: number,
  before: ProtocolVersion | undefined,
): ProtocolVersion {
  const { disease, jurisdiction, effectiveFrom, effectiveUntil, unchanged } = document;
  const kept = unchanged === 'carryOver' ? before : undefined;
  const own = Object.fromEntries(
    Object.entries(document.rules).flatMap(([name, rule]) =>
      rule === undefined ? [] : [[name, { ...rule, since: effectiveFrom }]],
    ),
  ) as Rules;
  const rules = { ...kept?.rules, ...own };
  return {
    id: `${seriesOf(document)}/${effectiveFrom}/${revision}`,
    disease,
    jurisdiction,
    effectiveFrom,
    ...(effectiveUntil === undefined ? {} : { effectiveUntil }),
    revision,
    ...(document.title === undefined ? {} : { title: document.title }),
    rules,
    parameters: { ...kept?.parameters, ...document.parameters },
    sources: citedIn(rules, { ...kept?.sources, ...document.sources }),
    facts: { ...kept?.facts, ...document.facts },
    exposureFacts: { ...kept?.exposureFacts, ...document.exposureFacts },
  };
}

/** A later version with rules that another one states, and what these rules refer to. */
export function carrying(
  later: ProtocolVersion,
  from: ProtocolVersion,
  names: readonly RuleName[],
): ProtocolVersion {
  const stated = Object.fromEntries(names.map((name) => [name, from.rules[name]])) as Rules;
  const rules = { ...later.rules, ...stated };
  const revision = later.revision + 1;
  return {
    ...later,
    id: `${seriesOf(later)}/${later.effectiveFrom}/${revision}`,
    revision,
    rules,
    parameters: { ...later.parameters, ...from.parameters },
    sources: citedIn(rules, { ...later.sources, ...from.sources }),
    facts: { ...later.facts, ...from.facts },
    exposureFacts: { ...later.exposureFacts, ...from.exposureFacts },
  };
}

/** Sources that a rule still names. */
function citedIn(rules: Rules, sources: ProtocolVersion['sources']): ProtocolVersion['sources'] {
  const cited = new Set<string>();
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'sources' && Array.isArray(inner)) for (const source of inner) cited.add(String(source));
      else walk(inner);
    }
  };
  walk(rules);
  return Object.fromEntries(Object.entries(sources).filter(([key]) => cited.has(key)));
}

type Dated = Pick<ProtocolVersion, 'effectiveFrom' | 'effectiveUntil' | 'revision'>;

/** The version in force on a day: the latest to have taken effect, in its latest revision. */
export function inForce<Version extends Dated>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions
    .filter(
      ({ effectiveFrom, effectiveUntil }) =>
        effectiveFrom <= day && (effectiveUntil === undefined || day <= effectiveUntil),
    )
    .reduce<Version | undefined>(
      (latest, one) => (latest === undefined || isLater(one, latest) ? one : latest),
      undefined,
    );
}

export const isLater = (one: Dated, other: Dated): boolean =>
  one.effectiveFrom > other.effectiveFrom ||
  (one.effectiveFrom === other.effectiveFrom && one.revision > other.revision);

export type RuleInForce<Name extends RuleName> = Readonly<{
  version: string;
  rule: NonNullable<Rules[Name]>;
}>;

/** `chosen`: the version that an officer chose for this person where the rule left the choice. */
type Episode = Readonly<{ startedOn: string; chosen?: string }>;

/**
 * The rule that governs an episode: the one in force on `day`, unless it took effect after the episode began and does
 * not reach open episodes; then the one before it.
 */
export const ruleInForce = <Name extends RuleName>(
  versions: readonly ProtocolVersion[],
  name: Name,
  episode: Episode,
  day: string,
): RuleInForce<Name> | undefined => {
  const found = walk(versions, name, episode, day);
  return found === undefined ? undefined : { version: found.version.id, rule: found.rule };
};

/** The latest version whose rule would govern an episode if an officer chose it, which nobody has done. */
export const choiceLeft = (
  versions: readonly ProtocolVersion[],
  name: RuleName,
  episode: Episode,
  day: string,
): ProtocolVersion | undefined => walk(versions, name, episode, day)?.choice;

/** Since when a rule of a version stands: a later version or a correction that carries it on leaves it as it was. */
export const ruleSince = ({ rules, effectiveFrom }: ProtocolVersion, name: RuleName): string =>
  rules[name]?.since ?? effectiveFrom;

type Found<Name extends RuleName> = Readonly<{
  version: ProtocolVersion;
  rule: NonNullable<Rules[Name]>;
  /** Passed by on the way. */
  choice?: ProtocolVersion;
}>;

function walk<Name extends RuleName>(
  versions: readonly ProtocolVersion[],
  name: Name,
  episode: Episode,
  day: string,
): Found<Name> | undefined {
  const version = inForce(versions, day);
  const rule = version?.rules[name];
  if (version === undefined || rule === undefined) return undefined;
  const { appliesTo } = rule;
  const since = ruleSince(version, name);
  // A choice is of the rule as it stood in that version, however many versions carry it over since.
  const chosen = versions.find(({ id }) => id === episode.chosen)?.rules[name]?.since;
  const reaches =
    since <= episode.startedOn ||
    appliesTo === 'openEpisodes' ||
    (appliesTo === 'openEpisodesOptional' && chosen === since);
  if (reaches) return { version, rule };
  const earlier = versions.filter(({ effectiveFrom }) => effectiveFrom < since);
  const last = earlier.reduce((latest, one) => (one.effectiveFrom > latest ? one.effectiveFrom : latest), '');
  const before = walk(earlier, name, episode, last);
  return before !== undefined && appliesTo === 'openEpisodesOptional'
    ? { ...before, choice: version }
    : before;
}
